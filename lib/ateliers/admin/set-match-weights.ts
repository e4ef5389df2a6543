import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { MATCH_TERMS, sharesOf, type Weights } from "../match/weights.ts";

/** Puts new weights of the match in force, scaled to add up to 1; those before are kept. For admins. */
export async function setMatchWeights(ctx: Ctx, given: Weights): Promise<Weights> {
  const createdById = await requireAdmin(ctx);
  const weights = sharesOf(given, MATCH_TERMS);
  await ctx.db.matchWeights.create({ data: { weights, createdById } });
  return weights;
}
