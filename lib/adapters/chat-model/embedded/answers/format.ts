import type { Finding } from "../../../../kernel/finding.ts";
import { minorDigits, minorPerWhole } from "../../../../shared/currencies.ts";
import type { Money, Price } from "../../../../shared/money.ts";

/** An amount as people say it: `1,240 EUR`; cents only where there are any. */
export function money({ currency, amountMinor }: Money, locale: string): string {
  const amount = amountMinor / minorPerWhole(currency);
  const digits = Number.isInteger(amount) ? 0 : minorDigits(currency);
  const number = amount.toLocaleString(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${number} ${currency}`;
}

export const total = (price: Price, locale: string) =>
  money({ currency: price.currency, amountMinor: price.totalMinor }, locale);

/** A number with at most so many digits, trailing zeros dropped. */
export function digits(value: number, places: number, locale: string): string {
  return value.toLocaleString(locale, { maximumFractionDigits: places });
}

/** A change with its sign: `+0.31`, `−0.2`. */
export function signed(text: string, value: number): string {
  return value < 0 ? text.replace("-", "−") : `+${text}`;
}

export const grams = (value: number, locale: string) => `${digits(value, 2, locale)} g`;

/** Items as a phrase: "a, b and c". */
export function list(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
}

/** Failures before warnings. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  const rank = { fail: 0, warn: 1, pass: 2 };
  return findings.toSorted((a, b) => rank[a.status] - rank[b.status]);
}

/** The text as a sentence: a capital first, a full stop last. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const ended = /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

/** A sentence that will stand in quotes: its own become single ones. */
export const withinQuotes = (text: string): string =>
  text.replaceAll("“", "‘").replaceAll("”", "’");
