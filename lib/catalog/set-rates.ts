import { z } from "zod";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { announceChange } from "./announce-change.ts";
import { currentRates, forgetRates } from "./rates.ts";

export const ratesInput = z.strictObject({
  day: z.iso.date(),
  /** What one euro is worth. */
  perEuro: z.record(z.string().regex(/^[A-Z]{3}$/), z.number().positive().max(10_000_000)),
});

/** Stores the rates of a day and works out every price in euro cents anew. Admins only. */
export async function setRates(
  ctx: Ctx,
  { day, perEuro }: z.output<typeof ratesInput>,
): Promise<{ asOf: string }> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  const date = new Date(`${day}T00:00:00Z`);
  await ctx.db.$transaction(
    Object.entries(perEuro).map(([currency, rate]) =>
      ctx.db.currencyRate.upsert({
        where: { day_currency: { day: date, currency } },
        create: { day: date, currency, perEuro: rate },
        update: { perEuro: rate },
      }),
    ),
  );
  forgetRates();
  const rates = await currentRates(ctx);
  for (const [currency, rate] of Object.entries(rates.perEuro)) await reprice(ctx, currency, rate);
  const catalogs = await ctx.db.catalog.findMany({ select: { id: true } });
  for (const { id } of catalogs) await announceChange(ctx.db, id);
  return { asOf: rates.asOf };
}

/** Prices that change are due in the index too, as filters ask there. */
async function reprice({ db }: Ctx, currency: string, perEuro: number): Promise<void> {
  const scale = 100 / minorPerWhole(currency) / perEuro;
  await db.$executeRaw`
    UPDATE "Product" SET "indexedHash" = NULL,
      "priceEurMinor" = LEAST(${LARGEST_INT}, round("priceMinor" * ${scale}::float8))::int
    WHERE "currency" = ${currency}
      AND "priceEurMinor" <> LEAST(${LARGEST_INT}, round("priceMinor" * ${scale}::float8))::int`;
}
