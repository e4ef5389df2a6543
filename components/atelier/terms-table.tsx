import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { MatchTerm } from "#lib/ateliers/match/types.ts";
import { matchSaid } from "#lib/kinds/tongues/sentences/match-said.ts";
import { wholePercents } from "#lib/shared/whole-percents.ts";

/** Every term of a score with what it is from; the points add up to the score. */
export function TermsTable({ terms, score }: { terms: readonly MatchTerm[]; score: number }) {
  const t = useTranslations("atelier");
  const locale = useLocale();
  const format = useFormatter();
  const hundredths = (value: number) =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const points = (value: number) => hundredths(value * 100);
  const percents = wholePercents(terms.map(({ weight }) => weight));
  return (
    <table className="w-full text-left text-xs sm:text-sm">
      <thead className="text-muted">
        <tr>
          <th className="py-1 pr-3 font-medium">{t("card.term")}</th>
          <th className="py-1 pr-3 text-right font-medium">{t("card.value")}</th>
          <th className="hidden py-1 pr-3 text-right font-medium sm:table-cell">
            {t("card.weight")}
          </th>
          <th className="py-1 text-right font-medium">{t("card.points")}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term, index) => (
          <tr key={term.id} className="border-t border-line align-top">
            <th scope="row" className="py-1.5 pr-3 font-normal">
              <span className="block font-medium">{t(`terms.${term.id}`)}</span>
              <span className="block text-xs text-muted">{matchSaid(locale, term.reason)}</span>
            </th>
            <td className="py-1.5 pr-3 text-right tabular-nums">{hundredths(term.value)}</td>
            <td className="hidden py-1.5 pr-3 text-right tabular-nums sm:table-cell">
              {percents[index]} %
            </td>
            <td className="py-1.5 text-right tabular-nums">{points(term.points)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line-strong font-semibold">
          <th scope="row" colSpan={2} className="py-1.5 sm:hidden">
            {t("card.total")}
          </th>
          <th scope="row" colSpan={3} className="hidden py-1.5 sm:table-cell">
            {t("card.total")}
          </th>
          <td className="py-1.5 text-right tabular-nums">{points(score)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
