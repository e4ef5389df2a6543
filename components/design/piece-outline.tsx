import { getLocale, getTranslations } from "next-intl/server";
import type { DesignView } from "#lib/designs/types.ts";
import { type ReaderMoney, toReader } from "#lib/shared/reader-money.ts";
import { formatBox, formatGrams, formatMoney } from "./format.ts";
import { heroFirst } from "./hero-first.ts";
import { Picture } from "./picture.tsx";

interface PieceOutlineProps {
  design: DesignView;
  /** How the person reads sums. */
  reader: ReaderMoney | null;
}

/** A piece as plain text and picture: what is read before, or without, any script. */
export async function PieceOutline({ design, reader }: PieceOutlineProps) {
  const [t, locale] = await Promise.all([getTranslations("design"), getLocale()]);
  const { words, measures, price, pictures } = design.revision;
  const picture = heroFirst(pictures)[0];
  const total =
    price && toReader({ amountMinor: price.totalMinor, currency: price.currency }, reader);
  const facts = [
    measures && formatGrams(measures.massG, locale),
    total && formatMoney(total.amountMinor, total.currency, locale),
    measures && formatBox(measures.boxMm, false, locale),
  ];
  return (
    <section className="flex min-h-0 flex-col gap-3 p-4 sm:p-5 lg:col-span-2">
      <h1 className="text-lg font-semibold sm:text-xl">{design.title}</h1>
      <p className="text-sm font-medium tabular-nums">{facts.filter(Boolean).join(" · ")}</p>
      {words && <p className="max-w-prose text-sm text-muted">{words}</p>}
      <div className="grid min-h-72 flex-1 place-items-center rounded-card bg-linear-to-b from-surface to-sunken">
        {picture ? (
          <Picture
            src={picture.url}
            alt={t("pictures.alt", { title: design.title, view: picture.view ?? "" })}
            width={picture.width}
            height={picture.height}
            className="max-h-[60dvh] w-auto rounded-card object-contain"
          />
        ) : (
          <p className="text-sm text-muted">{t("loading")}</p>
        )}
      </div>
    </section>
  );
}
