import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatMoney } from "#components/design/format.ts";
import type { EstimateRange } from "#lib/ateliers/match/types.ts";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { localNumbers } from "#lib/shared/local-numbers.ts";

/** An estimate line by line, each with the sum it is; the lines add up to the total. */
export function EstimateLines({ estimate }: { estimate: EstimateRange }) {
  const t = useTranslations("atelier.card");
  const locale = useLocale();
  const format = useFormatter();
  const { low, isRange, rateCardVersion } = estimate;
  if (isRange) return <p className="text-muted">{t("noLines")}</p>;
  const date = format.dateTime(new Date(low.ratesAsOf), { dateStyle: "medium" });
  const money = (minor: number) => formatMoney(minor, low.currency, locale);
  return (
    <div className="grid gap-2">
      <dl className="grid gap-1.5">
        {low.lines.map(({ id, label, basis, amountMinor }) => (
          <div key={id} className="flex items-baseline justify-between gap-4">
            <dt className="min-w-0">
              {labelIn(locale, label)}
              <span className="block text-xs text-muted">{localNumbers(basis, locale)}</span>
            </dt>
            <dd className="tabular-nums">{money(amountMinor)}</dd>
          </div>
        ))}
        <div className="flex justify-between gap-4 border-t border-line-strong pt-1.5 font-semibold">
          <dt>{t("total")}</dt>
          <dd className="tabular-nums">{money(low.totalMinor)}</dd>
        </div>
      </dl>
      <p className="text-xs text-muted">{t("rates", { date, version: rateCardVersion })}</p>
    </div>
  );
}
