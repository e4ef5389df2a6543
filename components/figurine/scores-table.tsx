"use client";

import { useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { PrintCell, ScoresResult } from "#lib/figurines/types.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { ScoreRow } from "./score-row.tsx";

/** Every score with what it means and its bands: never a number alone. */
export function ScoresTable({ result }: { result: ScoresResult }) {
  return (
    <div className="grid gap-6">
      <ul className="grid gap-5">
        {result.scores.map((score) => (
          <ScoreRow key={score.id} score={score} />
        ))}
      </ul>
      <PrintTable cells={result.printable} />
    </div>
  );
}

const TONES: Record<PrintCell["status"], Tone> = { pass: "good", warn: "warn", fail: "bad" };

function PrintTable({ cells }: { cells: readonly PrintCell[] }) {
  const t = useTranslations("figurine");
  const locale = useLocale();
  const heights = [...new Set(cells.map(({ heightMm }) => heightMm))];
  const rows = Map.groupBy(cells, ({ process }) => process);
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-left text-xs">
        <caption className="mb-2 text-left text-sm font-medium">{t("board.printable")}</caption>
        <thead>
          <tr>
            <th scope="col" className="py-1 pr-3 font-medium">
              {t("board.process")}
            </th>
            {heights.map((height) => (
              <th key={height} scope="col" className="px-2 py-1 font-medium tabular-nums">
                {height} mm
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([process, row]) => (
            <tr key={process} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 font-normal">
                {t(`processes.${process}`)}
              </th>
              {row.map(({ heightMm, status, message }) => (
                <td key={heightMm} className="px-2 py-1.5" title={sentenceIn(locale, message)}>
                  <Badge tone={TONES[status]}>{t(`board.${status}`)}</Badge>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
