import { minorPerWhole } from "./currencies.ts";

/** Currencies ateliers charge in and budgets are said in; each has a rate from the start. */
export const CURRENCIES = [
  "EUR",
  "USD",
  "GBP",
  "CHF",
  "JPY",
  "VND",
  "KRW",
  "CNY",
  "INR",
  "THB",
  "IDR",
  "AUD",
  "CAD",
  "BRL",
  "MXN",
  "ZAR",
  "TRY",
  "SEK",
  "DKK",
  "PLN",
  "MAD",
  "AED",
] as const;

export type Currency = (typeof CURRENCIES)[number];

/** How much of each currency one euro is worth, and since when that holds. */
export interface Rates {
  /** ISO date of the newest entry. */
  asOf: string;
  /** Of every currency in CURRENCIES, and of others that shops price in. */
  perEuro: Readonly<Record<string, number>>;
}

/**
 * What a new installation starts with: round numbers in the order of the market at that day, for comparing prices. An
 * admin brings in rates of a later day. What is paid is always in the seller's own currency.
 */
export const STARTING_RATES: Rates = {
  asOf: "2026-01-02",
  perEuro: {
    ...{ EUR: 1, USD: 1.17, GBP: 0.87, CHF: 0.93, JPY: 184, HKD: 9.12, VND: 30_800 },
    ...{ CNY: 8.2, SGD: 1.51, AUD: 1.75, CAD: 1.61, SEK: 10.8, DKK: 7.47, NOK: 11.8, PLN: 4.22 },
    ...{ CZK: 24.2, THB: 36.9, INR: 105, KRW: 1690, IDR: 19_300, BRL: 6.2, MXN: 21.4 },
    ...{ ZAR: 20.1, TRY: 48.8, MAD: 10.7, AED: 4.26 },
  },
};

export const isCurrency = (text: string): text is Currency =>
  (CURRENCIES as readonly string[]).includes(text);

/** An amount in another currency, minor units, not rounded. */
export function exchangeMinor(
  amountMinor: number,
  from: Currency,
  to: Currency,
  { perEuro }: Rates,
): number {
  if (from === to) return amountMinor;
  const euros = amountMinor / minorPerWhole(from) / perEuro[from]!;
  return euros * perEuro[to]! * minorPerWhole(to);
}

/** Whole euro cents of an amount, or null for a currency that has no rate. */
export function toEuroCents(
  amountMinor: number,
  currency: string,
  { perEuro }: Rates,
): number | null {
  const rate = perEuro[currency];
  if (!rate) return null;
  return Math.round((amountMinor / minorPerWhole(currency) / rate) * 100);
}

/** The amount of euro cents in the smallest unit of a currency, or null where it has no rate. */
export function fromEuroCents(cents: number, currency: string, { perEuro }: Rates): number | null {
  const rate = perEuro[currency];
  if (!rate) return null;
  return Math.round((cents / 100) * rate * minorPerWhole(currency));
}
