import { findOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import { type AtelierRates, atelierRates } from "#lib/ateliers/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";

export interface DeskRates {
  /** 0 before the first card. */
  version: number;
  rates: AtelierRates;
  /** What finished pieces weighed, g/cm³ by alloy. */
  weighed: Record<string, number>;
  crafts: string[];
  /** Ids of the alloys, materials and stones that its profile names. */
  worksIn: string[];
}

/**
 * The acting person's rates in force; an empty card before the first. An atelier that waits for approval has them too.
 * Throws `unauthenticated`, `not_found` for a person without an atelier.
 */
export async function getRates(ctx: Ctx): Promise<DeskRates> {
  const own = await findOwnAtelier(ctx);
  if (!own) throw notFound("atelier of yours");
  const { id, currency } = own;
  const [card, densities, profile] = await Promise.all([
    ctx.db.atelierRateCard.findFirst({
      where: { atelierId: id },
      orderBy: { version: "desc" },
      select: { version: true, rates: true },
    }),
    ctx.db.atelierDensity.findMany({ where: { atelierId: id } }),
    ctx.db.atelier.findUniqueOrThrow({
      where: { id },
      select: { crafts: true, materials: true, stones: true },
    }),
  ]);
  const weighed = densities.map(({ alloy, massG, volumeMm3 }) => [
    alloy,
    Number(((massG / volumeMm3) * 1000).toFixed(3)),
  ]);
  return {
    version: card?.version ?? 0,
    rates: atelierRates.parse(card?.rates ?? emptyCard(currency, ctx.now())),
    weighed: Object.fromEntries(weighed),
    crafts: profile.crafts,
    worksIn: [...profile.materials, ...profile.stones],
  };
}

const emptyCard = (currency: string, now: Date) => ({
  ...{ currency, asOf: now.toISOString().slice(0, 10) },
  ...{ hourlyMinor: 0, markup: 1, roundToMinor: 1 },
});
