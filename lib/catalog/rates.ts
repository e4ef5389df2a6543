import type { Ctx } from "#lib/context.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import { invalidInput } from "#lib/shared/errors.ts";

/** How much of each currency one euro is worth, and since when that holds. */
export interface Rates {
  /** ISO date of the newest entry. */
  asOf: string;
  perEuro: Readonly<Record<string, number>>;
}

/** What a new installation starts with, rounded; an admin brings in rates of a later day. */
const STARTING_RATES: Rates = {
  asOf: "2026-01-02",
  perEuro: {
    ...{ EUR: 1, USD: 1.17, GBP: 0.87, CHF: 0.93, JPY: 184, HKD: 9.12, VND: 30_800 },
    ...{ CNY: 8.2, SGD: 1.51, AUD: 1.75, CAD: 1.61, SEK: 10.8, DKK: 7.47, NOK: 11.8, PLN: 4.22 },
    ...{ CZK: 24.2, THB: 36.9, INR: 105, KRW: 1690 },
  },
};

const KEPT_MS = 60_000;
let kept: { rates: Rates; untilMs: number; db: unknown } | null = null;

/** The rates in force: of each currency the newest day that is not in the future. Read once a minute. */
export async function currentRates({ db, now }: Pick<Ctx, "db" | "now">): Promise<Rates> {
  const nowMs = now().getTime();
  if (kept?.db === db && kept.untilMs > nowMs) return kept.rates;
  const rows = await db.currencyRate.findMany({
    where: { day: { lte: now() } },
    orderBy: { day: "desc" },
    distinct: ["currency"],
  });
  const perEuro = Object.fromEntries(rows.map((row) => [row.currency, row.perEuro]));
  const newest = rows[0]?.day.toISOString().slice(0, 10);
  const rates = {
    asOf: newest ?? STARTING_RATES.asOf,
    perEuro: { ...STARTING_RATES.perEuro, ...perEuro, EUR: 1 },
  };
  kept = { rates, untilMs: nowMs + KEPT_MS, db };
  return rates;
}

/** Makes the next reader ask the database: rates were written. */
export function forgetRates(): void {
  kept = null;
}

/** Whole euro cents of an amount, or null for a currency that has no rate. */
export function toEuroCents(amountMinor: number, currency: string, rates: Rates): number | null {
  const perEuro = rates.perEuro[currency];
  if (!perEuro) return null;
  return Math.round((amountMinor / minorPerWhole(currency) / perEuro) * 100);
}

/** The amount of euro cents in the smallest unit of a currency, or null where it has no rate. */
export function fromEuroCents(cents: number, currency: string, rates: Rates): number | null {
  const perEuro = rates.perEuro[currency];
  if (!perEuro) return null;
  return Math.round((cents / 100) * perEuro * minorPerWhole(currency));
}

/** Throws `invalid_input` with the currencies there are, for one without a rate. */
export function requireRate(currency: string, rates: Rates): void {
  if (rates.perEuro[currency]) return;
  const allowed = Object.keys(rates.perEuro).sort();
  throw invalidInput(
    `There is no exchange rate for ${currency}. There are: ${allowed.join(", ")}.`,
    {
      details: { field: "currency", value: currency, allowed },
    },
  );
}

export const requireRateOf = async (ctx: Pick<Ctx, "db" | "now">, currency: string) =>
  requireRate(currency, await currentRates(ctx));
