import { actorUserId, missingScope } from "#lib/accounts/scope.ts";
import { requireOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import type { AtelierRates } from "#lib/ateliers/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { conflict, invalidInput } from "#lib/shared/errors.ts";

export interface SaveRatesInput {
  /** Of the card they were changed on; 0 before the first. */
  version: number;
  /** Parsed by `atelierRates`. */
  rates: AtelierRates;
}

/**
 * Puts new rates in force as the next version; the ones before stay as they were, since estimates name them. Answers the
 * version. Throws `invalid_input` (another currency), `conflict` (saved elsewhere meanwhile), and as `requireOwnAtelier`.
 */
export async function saveRates(ctx: Ctx, { version, rates }: SaveRatesInput): Promise<number> {
  const { actor } = ctx;
  if (actor.type === "api-key" && !actor.scopes.includes("write")) throw missingScope("write");
  const { id: atelierId, currency } = await requireOwnAtelier(ctx);
  if (rates.currency !== currency) throw invalidInput(`Your atelier charges in ${currency}.`);
  const next = version + 1;
  const createdById = actorUserId(actor);
  await ctx.db.$transaction(async (tx) => {
    const moved = await tx.atelier.updateMany({
      where: { id: atelierId, rateCardVersion: version === 0 ? null : version },
      data: { rateCardVersion: next, updatedAt: ctx.now() },
    });
    if (moved.count === 0) {
      throw conflict("Your rates were saved elsewhere meanwhile. Load the page again.");
    }
    const columns = { atelierId, version: next, createdById, createdAt: ctx.now() };
    await tx.atelierRateCard.create({ data: { ...columns, rates: toJson(rates) } });
  });
  return next;
}
