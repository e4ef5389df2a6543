"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { basisIn } from "#lib/kinds/tongues/sentences/basis.ts";
import type { Price } from "#lib/shared/money.ts";
import { useMoney } from "./use-money.ts";

/** The price as a sum anyone can follow: what, how it came about, how much. */
export function PricePanel({ price }: { price: Price }) {
  const t = useTranslations("design.price");
  const locale = useLocale();
  const money = useMoney();
  const format = useFormatter();
  return (
    <div className="grid gap-4 text-sm">
      <ul className="grid gap-3">
        {price.lines.map((line) => (
          <li key={`${line.id}-${line.label}-${line.basis}`} className="grid gap-0.5">
            <span className="flex justify-between gap-4">
              <span>{labelIn(locale, line.label)}</span>
              <span className="tabular-nums">{money.full(line.amountMinor, price.currency)}</span>
            </span>
            <span className="text-xs text-muted">{basisIn(locale, line.basis)}</span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between gap-4 border-t border-line pt-3 font-medium">
        <span>{t("total")}</span>
        <span className="tabular-nums">{money.full(price.totalMinor, price.currency)}</span>
      </p>
      <p className="text-xs text-muted">
        {t("asOf", { date: format.dateTime(new Date(price.ratesAsOf), { dateStyle: "medium" }) })}{" "}
        {money.reader &&
          t("exchanged", {
            counted: price.currency,
            rate: format.number(money.reader.perEuro, { maximumFractionDigits: 4 }),
            currency: money.reader.currency,
          })}
      </p>
    </div>
  );
}
