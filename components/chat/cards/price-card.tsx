"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatGrams } from "#components/design/format.ts";
import { useMoney } from "#components/design/use-money.ts";
import type { PriceResult } from "#lib/conversations/tools/price-design.ts";
import { Said } from "./said.tsx";

/** The price line by line. */
export function PriceCard({ result }: { result: PriceResult }) {
  const t = useTranslations("chat.tools");
  const locale = useLocale();
  const { full } = useMoney();
  const { price, massG } = result;
  if (!price) return <span>{t("done.price_design")}</span>;
  const money = (minor: number) => full(minor, price.currency);
  return (
    <table className="w-full tabular-nums">
      <tbody>
        {price.lines
          .filter(({ amountMinor }) => amountMinor !== 0)
          .map(({ id, label, basis, amountMinor }) => (
            <tr key={id} title={basis} className="align-baseline">
              <th scope="row" className="py-0.5 pr-3 text-left font-normal text-muted">
                <Said text={label} />
              </th>
              <td className="py-0.5 text-right">{money(amountMinor)}</td>
            </tr>
          ))}
        <tr className="border-t border-line align-baseline font-medium">
          <th scope="row" className="pt-1 pr-3 text-left font-medium">
            {massG === null ? t("change.price") : formatGrams(massG, locale)}
          </th>
          <td className="pt-1 text-right">{money(price.totalMinor)}</td>
        </tr>
      </tbody>
    </table>
  );
}
