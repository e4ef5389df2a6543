import { minorDigits, minorPerWhole } from "#lib/shared/currencies.ts";

/** `61.20 EUR`, `1500000 VND`. */
export function amount(minor: number, currency: string): string {
  const text = (minor / minorPerWhole(currency)).toFixed(minorDigits(currency));
  return `${text} ${currency}`;
}

/** Rounded to what the basis shows, so that a reader who multiplies gets the line. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
