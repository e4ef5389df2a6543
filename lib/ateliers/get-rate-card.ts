import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type AtelierRates, atelierRates } from "./rates.ts";

export interface RateCardView {
  version: number;
  rates: AtelierRates;
  createdAt: Date;
}

/** An atelier's rates in force, or those of a version: what an estimate is recomputed from. Throws `not_found`. */
export async function getRateCard(
  ctx: Pick<Ctx, "db">,
  atelierId: string,
  version?: number,
): Promise<RateCardView> {
  const row = await ctx.db.atelierRateCard.findFirst({
    where: { atelierId, ...(version !== undefined && { version }) },
    orderBy: { version: "desc" },
    select: { version: true, rates: true, createdAt: true },
  });
  if (!row) throw notFound("rate card");
  return { ...row, rates: atelierRates.parse(row.rates) };
}
