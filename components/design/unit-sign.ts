import type { Field } from "#lib/kinds/read/fields.ts";

const SIGNS: Record<NonNullable<Field["unit"]>, string> = {
  mm: "mm",
  deg: "°",
  ct: "ct",
  g: "g",
  gsm: "g/m²",
  percent: "%",
  count: "",
};

/** How a field's unit is written; empty for counts and fields without one. */
export const unitSign = (unit: Field["unit"]): string => (unit ? SIGNS[unit] : "");

/** A number with its unit: `2.4 mm`, `60°`, `6`. */
export function withUnit(value: number, unit: Field["unit"], locale = "en"): string {
  const digits = value.toLocaleString(locale, { maximumFractionDigits: 3, useGrouping: false });
  const sign = unitSign(unit);
  if (!sign) return digits;
  return sign === "°" ? `${digits}°` : `${digits} ${sign}`;
}
