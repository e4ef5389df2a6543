import { currentRates } from "#lib/catalog/rates.ts";
import type { Ctx } from "#lib/context.ts";
import type { ReaderMoney } from "#lib/shared/reader-money.ts";

/** How a person with this currency reads sums; null where they read euros, or there is no rate. */
export async function findReaderMoney(
  ctx: Pick<Ctx, "db" | "now">,
  currency: string | undefined,
): Promise<ReaderMoney | null> {
  if (!currency || currency === "EUR") return null;
  const perEuro = (await currentRates(ctx)).perEuro[currency];
  return perEuro ? { currency, perEuro } : null;
}
