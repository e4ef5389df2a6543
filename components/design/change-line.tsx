"use client";

import { useLocale } from "next-intl";
import type { FieldChange } from "#lib/designs/types.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { formatField, formatGrams, signed } from "./format.ts";
import { useMoney } from "./use-money.ts";

export interface Change {
  changes: FieldChange[];
  massDeltaG: number;
  priceDeltaMinor: number;
}

interface ChangeLineProps {
  change: Change;
  fields: readonly Field[];
  currency: string | null;
}

/** What a revision changed: "Band width 2.0 → 2.4 mm, +0.62 g, +38 €". */
export function ChangeLine({ change, fields, currency }: ChangeLineProps) {
  const locale = useLocale();
  const money = useMoney();
  const moved = change.changes.map((one) => changeText(one, fields, locale));
  const mass =
    Math.abs(change.massDeltaG) >= 0.005
      ? signed(formatGrams(change.massDeltaG, locale), change.massDeltaG)
      : null;
  const price =
    currency && Math.abs(change.priceDeltaMinor) >= 50
      ? signed(money.short(change.priceDeltaMinor, currency), change.priceDeltaMinor)
      : null;
  return <span className="tabular-nums">{[...moved, mass, price].filter(Boolean).join(", ")}</span>;
}

function changeText(change: FieldChange, fields: readonly Field[], locale: string): string {
  const known = fields.find(({ name }) => name === change.field);
  const field = known ?? {};
  const before = formatField({ ...field, unit: undefined }, change.before, locale);
  return `${known?.label ?? change.label} ${before} → ${formatField(field, change.after, locale)}`;
}
