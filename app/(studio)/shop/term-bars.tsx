import { getTranslations } from "next-intl/server";
import type { Terms } from "#lib/search/score.ts";
import type { Weights } from "#lib/search/weights.ts";
import { wholePercents } from "#lib/shared/whole-percents.ts";

const TERMS = ["cosine", "price", "brand", "availability"] as const;

interface TermBarsProps {
  terms: Terms;
  /** Adding up to 1. */
  weights: Weights;
}

/** The four terms of a score, each in numbers, as a bar and with its weight: what adds up to the score. */
export async function TermBars({ terms, weights }: TermBarsProps) {
  const t = await getTranslations("shop.terms");
  const percents = wholePercents(TERMS.map((term) => weights[term]));
  return (
    <dl className="grid grid-cols-[auto_minmax(1.5rem,1fr)_auto] items-center gap-x-3 gap-y-1 text-xs">
      {TERMS.map((term, index) => (
        <div key={term} className="contents">
          <dt className="text-muted">{t(term)}</dt>
          <dd aria-hidden className="h-1 overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${Math.round(Math.min(1, Math.max(0, terms[term])) * 100)}%` }}
            />
          </dd>
          <dd className="text-right tabular-nums">
            {terms[term].toFixed(2)}{" "}
            <span className="text-muted">{t("weight", { percent: percents[index]! })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
