"use client";

import { useLocale, useTranslations } from "next-intl";
import { decimal } from "#components/design/format.ts";
import { useMoney } from "#components/design/use-money.ts";
import type { FigurineView } from "#lib/figurines/get-figurine.ts";
import type { ProofResult } from "#lib/figurines/types.ts";
import { pictureUrl, StagePicture } from "./stage-picture.tsx";

interface ProofFactsProps {
  result: ProofResult;
  figurine: FigurineView;
}

/** The proof: three sides, size, colours and prices. */
export function ProofFacts({ result, figurine }: ProofFactsProps) {
  const t = useTranslations("figurine.board");
  const locale = useLocale();
  const [x, y, z] = result.sizeMm.map((side) => decimal(side, 1, 1, locale));
  return (
    <div className="grid gap-5">
      <ul className="grid gap-4 sm:grid-cols-3">
        {result.views.map(({ view, pictureId }) => (
          <li key={view} className="grid gap-1.5 text-xs text-muted">
            <StagePicture
              url={pictureUrl(figurine, pictureId)}
              alt={t(`view.${view}`)}
              className="w-full"
            />
            {t(`view.${view}`)}
          </li>
        ))}
      </ul>
      <p className="text-sm tabular-nums">{t("size", { x: x!, y: y!, z: z! })}</p>
      <Colours colours={result.colours} />
      <Prices prices={result.prices} />
    </div>
  );
}

function Colours({ colours }: Pick<ProofResult, "colours">) {
  const t = useTranslations("figurine.board");
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-medium">{t("colours")}</h3>
      <ul className="flex flex-wrap gap-3 text-xs">
        {colours.map(({ part, colour }) => (
          <li key={part} className="flex items-center gap-2">
            <span
              aria-hidden
              className="size-5 rounded-full border border-line-strong"
              style={{ backgroundColor: colour }}
            />
            {t(`part.${part as "skin"}`)} <code className="text-muted">{colour}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Prices({ prices }: Pick<ProofResult, "prices">) {
  const t = useTranslations("figurine");
  const locale = useLocale();
  const money = useMoney();
  return (
    <div className="grid gap-2">
      <h3 className="text-sm font-medium">{t("board.prices")}</h3>
      <ul className="grid gap-1 text-sm tabular-nums">
        {prices.map(({ process, massG, price }) => (
          <li key={process} className="flex justify-between gap-4 border-t border-line py-1.5">
            <span>
              {t(`processes.${process}`)}{" "}
              <span className="text-muted">
                {t("board.mass", { mass: decimal(massG, 1, 1, locale) })}
              </span>
            </span>
            <span>{money.full(price.totalMinor, price.currency)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
