import type { Ctx } from "#lib/context.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { type Rates, STARTING_RATES } from "#lib/shared/exchange.ts";

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
