import { minorPerWhole } from "./currencies.ts";

/** Currencies ateliers charge in. */
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

/**
 * Units of each currency for one euro: round numbers in the order of the market at `EXCHANGE_AS_OF`, for comparing
 * offers with a budget. What is paid is always in the atelier's own currency.
 */
const PER_EURO: Record<Currency, number> = {
  EUR: 1,
  USD: 1.16,
  GBP: 0.87,
  CHF: 0.93,
  JPY: 178,
  VND: 30_500,
  KRW: 1_660,
  CNY: 8.25,
  INR: 103,
  THB: 37.5,
  IDR: 19_300,
  AUD: 1.77,
  CAD: 1.63,
  BRL: 6.2,
  MXN: 21.4,
  ZAR: 20.1,
  TRY: 48.8,
  SEK: 10.9,
  DKK: 7.47,
  PLN: 4.25,
  MAD: 10.7,
  AED: 4.26,
};

/** ISO date of the exchange rates; the same as that of the house's metal rates. */
export const EXCHANGE_AS_OF = "2025-11-03";

export const isCurrency = (text: string): text is Currency =>
  (CURRENCIES as readonly string[]).includes(text);

/** An amount in another currency, minor units, not rounded. */
export function exchangeMinor(amountMinor: number, from: Currency, to: Currency): number {
  if (from === to) return amountMinor;
  const euros = amountMinor / minorPerWhole(from) / PER_EURO[from];
  return euros * PER_EURO[to] * minorPerWhole(to);
}
