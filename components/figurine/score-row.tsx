"use client";

import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { decimal } from "#components/design/format.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import type { Score } from "#lib/figurines/types.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";

/** How good each band is, from the highest down. A style may mean to be far from the photo: that is no fault. */
const TONES: Record<Score["id"], readonly Tone[]> = {
  quality: ["good", "good", "warn", "bad"],
  likeness: ["good", "warn", "bad"],
  similarity: ["good", "good", "warn"],
  style: ["good", "good", "warn"],
  printability: ["good", "warn", "bad"],
};

const FILLS: Record<Tone, string> = {
  plain: "bg-line-strong",
  accent: "bg-accent",
  good: "bg-good",
  warn: "bg-warn",
  bad: "bg-bad",
};

/** One score: its number, the band it falls into among all there are, what it means, and what it was reckoned from. */
export function ScoreRow({ score }: { score: Score }) {
  const t = useTranslations("figurine.board");
  const band = bandAt(score);
  const locale = useLocale();
  return (
    <li className="grid gap-3 border-t border-line pt-5 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-medium">{t(`score.${score.id}.label`)}</h3>
        {score.value === null ? (
          <Badge>{t("notMeasured")}</Badge>
        ) : (
          <>
            <span className="text-lg font-semibold tabular-nums">
              {decimal(score.value, 2, 2, locale)}
            </span>
            <Badge tone={TONES[score.id][band] ?? "plain"}>{bandName(t, score, band)}</Badge>
          </>
        )}
      </div>
      <BandScale score={score} at={band} />
      <p className="max-w-prose text-sm text-muted">{t(`score.${score.id}.meaning`)}</p>
      <Terms score={score} />
    </li>
  );
}

/** The band a value falls into, counted from the highest; −1 where nothing was measured. */
const bandAt = ({ value, bands }: Score) =>
  value === null ? -1 : bands.findIndex(({ from }) => value >= from);

const bandName = (t: ReturnType<typeof useTranslations>, { id }: Score, band: number) =>
  t(`score.${id}.band${band}`);

/** All bands side by side, the lowest first, with the one it is in filled. */
function BandScale({ score, at }: { score: Score; at: number }) {
  const t = useTranslations("figurine.board");
  const locale = useLocale();
  const lowestFirst = score.bands.map(({ from }, band) => ({ from, band })).reverse();
  return (
    <ol className="grid auto-cols-fr grid-flow-col gap-1">
      {lowestFirst.map(({ from, band }) => (
        <li
          key={band}
          aria-current={band === at || undefined}
          className={clsx(
            "grid content-start gap-1 text-xs",
            band === at ? "text-ink" : "text-muted",
          )}
        >
          <span
            aria-hidden
            className={clsx(
              "h-1.5 rounded-full",
              band === at ? FILLS[TONES[score.id][band] ?? "plain"] : "bg-line",
            )}
          />
          <span className={clsx("leading-tight", band === at && "font-medium")}>
            {bandName(t, score, band)}
          </span>
          <span className="tabular-nums">{t("from", { value: decimal(from, 2, 2, locale) })}</span>
        </li>
      ))}
    </ol>
  );
}

/** Numbers of the score that have a sentence of their own. */
const TERMS = [
  ...(["closedSolids", "selfIntersections", "nonManifoldEdges"] as const),
  ...(["alignmentErrorMm", "smallestFeatureMm"] as const),
  ...(["skin", "hair", "proportions", "references", "nearest"] as const),
];

/** What was found is said in words beside the numbers. */
const SAID = ["finding", "reason"] as const;

function Terms({ score: { terms } }: { score: Score }) {
  const t = useTranslations("figurine.board");
  const locale = useLocale();
  const numbers = TERMS.flatMap((name) => {
    const value = terms[name];
    return typeof value === "number" ? [t(`term.${name}`, { value })] : [];
  });
  const sentences = SAID.flatMap((name) => {
    const sentence = terms[name];
    return typeof sentence === "string" ? [sentenceIn(locale, sentence)] : [];
  });
  return (
    <>
      {sentences.map((sentence) => (
        <p key={sentence} className="max-w-prose text-sm">
          {sentence}
        </p>
      ))}
      {numbers.length > 0 && (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted tabular-nums">
          {numbers.map((term) => (
            <li key={term}>{term}</li>
          ))}
        </ul>
      )}
    </>
  );
}
