import type { Field } from "#lib/kinds/read/fields.ts";
import { minorDigits, minorPerWhole } from "#lib/shared/currencies.ts";
import { withUnit } from "./unit-sign.ts";

/** A number with its digits as the language writes it, thousands left together: `17.32`, `17,32`. */
export const decimal = (value: number, least: number, most: number, locale = "en") =>
  value.toLocaleString(locale, {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: false,
  });

/** A length with as many digits as matter on a bench: `17.32 mm`. */
export const formatMm = (mm: number, digits = 2, locale = "en") =>
  `${decimal(mm, 0, digits, locale)} mm`;

const MM_PER_INCH = 25.4;

/** A length as the person reads it: `17.32 mm`, `0.682 in`. */
export const formatLength = (mm: number, inInches: boolean, locale = "en") =>
  inInches ? `${decimal(mm / MM_PER_INCH, 0, 3, locale)} in` : formatMm(mm, 2, locale);

/** Sides of a piece: `21.3 × 20.9 × 25.1 mm`, `0.84 × 0.82 × 0.99 in`. */
export const formatBox = (boxMm: readonly number[], inInches: boolean, locale = "en") =>
  inInches
    ? `${boxMm.map((mm) => decimal(mm / MM_PER_INCH, 2, 2, locale)).join(" × ")} in`
    : `${boxMm.map((mm) => decimal(mm, 1, 1, locale)).join(" × ")} mm`;

/** A volume: mm³ of a jewel, cm³ of what is larger. */
export const formatVolume = (mm3: number, locale = "en") =>
  mm3 < 10_000 ? `${decimal(mm3, 1, 1, locale)} mm³` : `${decimal(mm3 / 1000, 1, 1, locale)} cm³`;

/** An area in the unit that suits its size: mm², cm² or m². */
export function formatArea(mm2: number, locale = "en"): string {
  if (mm2 < 10_000) return `${decimal(mm2, 0, 0, locale)} mm²`;
  if (mm2 < 100_000) return `${decimal(mm2 / 100, 0, 0, locale)} cm²`;
  return `${decimal(mm2 / 1_000_000, 2, 2, locale)} m²`;
}

export const formatGrams = (massG: number, locale = "en") => `${decimal(massG, 2, 2, locale)} g`;

export const formatCarats = (carats: number, locale = "en") =>
  `${decimal(carats, 2, 2, locale)} ct`;

/** An amount in minor units as people write it there. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amountMinor / minorPerWhole(currency));
}

/** Without cents, for glances. */
export function formatMoneyShort(amountMinor: number, currency: string, locale: string): string {
  const round = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
  });
  return round.format(amountMinor / minorPerWhole(currency));
}

/** `+0.62 g`, `−3 EUR`: a sign that screen readers and eyes both see. */
export function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text.replace("-", "−");
}

/** File size: `1.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Words for what is no number and no choice. */
const WORDS: Record<string, { yes: string; no: string; none: string }> = {
  en: { yes: "yes", no: "no", none: "none" },
  de: { yes: "ja", no: "nein", none: "keines" },
  fr: { yes: "oui", no: "non", none: "aucun" },
  vi: { yes: "có", no: "không", none: "không" },
};

/** A spec's value as its field shows it: `2.4 mm`, `Rose gold 18K`, `yes`. */
export function formatField(
  field: Pick<Field, "unit" | "options">,
  value: unknown,
  locale = "en",
): string {
  const { yes, no, none } = WORDS[locale.split("-")[0] ?? ""] ?? WORDS.en!;
  if (typeof value === "number") return withUnit(value, field.unit, locale);
  if (typeof value === "boolean") return value ? yes : no;
  if (value === null || value === undefined) return none;
  return field.options?.[String(value)] ?? String(value);
}
