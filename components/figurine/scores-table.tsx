"use client";

import { useLocale, useTranslations } from "next-intl";
import { decimal } from "#components/design/format.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { PrintCell, Score, ScoresResult } from "#lib/figurines/types.ts";

/** Every score with what it means and its bands: never a number alone. */
export function ScoresTable({ result }: { result: ScoresResult }) {
  return (
    <div className="grid gap-5">
      <dl className="grid gap-4">
        {result.scores.map((score) => (
          <ScoreRow key={score.id} score={score} />
        ))}
      </dl>
      <PrintTable cells={result.printable} />
    </div>
  );
}

function ScoreRow({ score }: { score: Score }) {
  const t = useTranslations("figurine.board");
  const locale = useLocale();
  const bands = score.bands.map(({ from, label }) => `${label} (${t("from", { value: from })})`);
  const terms = Object.entries(score.terms).filter(([, value]) => typeof value === "number");
  return (
    <div className="grid gap-1">
      <dt className="flex flex-wrap items-center gap-3 text-sm font-medium">
        {score.label}
        <span className="tabular-nums">
          {score.value === null ? t("notMeasured") : decimal(score.value, 2, 2, locale)}
        </span>
        {score.value !== null && <Badge>{score.band}</Badge>}
      </dt>
      <dd className="grid gap-1 text-xs text-muted">
        <p>{score.meaning}</p>
        <p>
          {t("bands")}: {bands.join(", ")}
        </p>
        {terms.length > 0 && (
          <p className="tabular-nums">
            {terms.map(([name, value]) => `${words(name)} ${value}`).join(" · ")}
          </p>
        )}
      </dd>
    </div>
  );
}

/** `smallestFeatureMm` as words. */
const words = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const TONES: Record<PrintCell["status"], Tone> = { pass: "good", warn: "warn", fail: "bad" };

function PrintTable({ cells }: { cells: readonly PrintCell[] }) {
  const t = useTranslations("figurine");
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
                <td key={heightMm} className="px-2 py-1.5" title={message}>
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
