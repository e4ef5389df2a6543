import { getTranslations } from "next-intl/server";
import type { Terms } from "#lib/search/score.ts";

const TERMS = ["cosine", "price", "brand", "availability"] as const;

/** The four terms of a score, each in numbers and as a bar. */
export async function TermBars({ terms }: { terms: Terms }) {
  const t = await getTranslations("shop.terms");
  return (
    <dl className="grid grid-cols-[auto_minmax(2rem,1fr)_auto] items-center gap-x-3 gap-y-1 text-xs">
      {TERMS.map((term) => (
        <div key={term} className="contents">
          <dt className="text-muted">{t(term)}</dt>
          <dd aria-hidden className="h-1 overflow-hidden rounded-full bg-sunken">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${Math.round(Math.min(1, Math.max(0, terms[term])) * 100)}%` }}
            />
          </dd>
          <dd className="tabular-nums">{terms[term].toFixed(2)}</dd>
        </div>
      ))}
    </dl>
  );
}
