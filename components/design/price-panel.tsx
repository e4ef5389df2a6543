"use client";

import { useLocale, useTranslations } from "next-intl";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import { localNumbers } from "#lib/shared/local-numbers.ts";
import type { Price } from "#lib/shared/money.ts";
import { formatMoney } from "./format.ts";

/** The price as a sum anyone can follow: what, how it came about, how much. */
export function PricePanel({ price }: { price: Price }) {
  const t = useTranslations("design.price");
  const locale = useLocale();
  return (
    <div className="grid gap-4 text-sm">
      <ul className="grid gap-3">
        {price.lines.map((line) => (
          <li
            key={`${line.id}-${line.label}-${localNumbers(line.basis, locale)}`}
            className="grid gap-0.5"
          >
            <span className="flex justify-between gap-4">
              <span>{labelIn(locale, line.label)}</span>
              <span className="tabular-nums">
                {formatMoney(line.amountMinor, price.currency, locale)}
              </span>
            </span>
            <span className="text-xs text-muted">{line.basis}</span>
          </li>
        ))}
      </ul>
      <p className="flex justify-between gap-4 border-t border-line pt-3 font-medium">
        <span>{t("total")}</span>
        <span className="tabular-nums">
          {formatMoney(price.totalMinor, price.currency, locale)}
        </span>
      </p>
      <p className="text-xs text-muted">{t("asOf", { date: price.ratesAsOf.slice(0, 10) })}</p>
    </div>
  );
}
