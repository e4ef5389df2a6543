import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Mark } from "#components/ui/mark.tsx";
import type { DesignView } from "#lib/designs/types.ts";
import { type ReaderMoney, toReader } from "#lib/shared/reader-money.ts";
import { formatGrams, formatMoneyShort } from "./format.ts";
import { heroFirst } from "./hero-first.ts";
import { Picture } from "./picture.tsx";

interface DesignCardProps {
  design: DesignView;
  /** How the person reads sums. */
  reader: ReaderMoney | null;
}

/** A piece in a gallery: picture, title, grams and price. */
export async function DesignCard({ design, reader }: DesignCardProps) {
  const [t, locale, format] = await Promise.all([
    getTranslations("studio.designs"),
    getLocale(),
    getFormatter(),
  ]);
  const { pictures, measures, price } = design.revision;
  const picture = heroFirst(pictures)[0];
  const total =
    price && toReader({ amountMinor: price.totalMinor, currency: price.currency }, reader);
  const facts = [
    measures && formatGrams(measures.massG, locale),
    total && formatMoneyShort(total.amountMinor, total.currency, locale),
  ];
  return (
    <Link href={`/designs/${design.id}`} className="group grid gap-2.5 rounded-card">
      <span className="grid aspect-square place-items-center overflow-hidden rounded-card border border-line bg-sunken">
        {picture ? (
          <Picture
            src={picture.url}
            alt=""
            width={picture.width}
            height={picture.height}
            loading="lazy"
            className="size-full object-cover transition-transform duration-500 group-hover:scale-[1.03]"
          />
        ) : (
          <Mark className="size-12 text-faint" />
        )}
      </span>
      <span className="grid gap-0.5 text-sm">
        <span className="line-clamp-2 font-medium">{design.title}</span>
        <span className="text-muted tabular-nums">{facts.filter(Boolean).join(" · ")}</span>
        <time dateTime={design.updatedAt} className="text-xs text-muted">
          {t("updated", {
            date: format.dateTime(new Date(design.updatedAt), { dateStyle: "medium" }),
          })}
        </time>
      </span>
    </Link>
  );
}
