"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatField, formatGrams, signed } from "#components/design/format.ts";
import { useMoney } from "#components/design/use-money.ts";
import type { FieldChange } from "#lib/designs/types.ts";
import type { Field } from "#lib/kinds/read/fields.ts";

interface ChangesTableProps {
  changes: readonly FieldChange[];
  massDeltaG: number;
  priceDeltaMinor: number;
  currency: string | null;
  /** Grams and money as they are then, where they are known. */
  massG?: number | null;
  totalMinor?: number | null;
  fields: readonly Field[];
}

/** Each field with before and after, then what it did to grams and money. */
export function ChangesTable(props: ChangesTableProps) {
  const { changes, massDeltaG, priceDeltaMinor, currency, massG, totalMinor, fields } = props;
  const t = useTranslations("chat.tools.change");
  const locale = useLocale();
  const { short } = useMoney();
  const money = (minor: number) => (currency ? short(minor, currency) : "");
  return (
    <table className="w-full tabular-nums">
      <thead className="sr-only">
        <tr>
          <th>{t("what")}</th>
          <th>{t("change")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <Row key={change.field} name={change.label} value={changeText(change, fields, locale)} />
        ))}
        {massG !== null && Math.abs(massDeltaG) >= 0.005 && (
          <Row
            name={t("mass")}
            value={signed(formatGrams(massDeltaG, locale), massDeltaG)}
            now={massG === undefined ? null : t("about", { value: formatGrams(massG, locale) })}
          />
        )}
        {currency && Math.abs(priceDeltaMinor) >= 50 && (
          <Row
            name={t("price")}
            value={signed(money(priceDeltaMinor), priceDeltaMinor)}
            now={totalMinor == null ? null : t("about", { value: money(totalMinor) })}
          />
        )}
      </tbody>
    </table>
  );
}

function Row({ name, value, now }: { name: string; value: string; now?: string | null }) {
  return (
    <tr className="align-baseline">
      <th scope="row" className="py-0.5 pr-3 text-left font-normal text-muted">
        {name}
      </th>
      <td className="py-0.5 text-right">
        {value}
        {now && <span className="ml-2 text-xs text-muted">{now}</span>}
      </td>
    </tr>
  );
}

function changeText(change: FieldChange, fields: readonly Field[], locale: string): string {
  const field = fields.find((known) => known.name === change.field) ?? {};
  const before = formatField({ ...field, unit: undefined }, change.before, locale);
  return `${before} → ${formatField(field, change.after, locale)}`;
}
