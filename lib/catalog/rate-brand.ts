import { z } from "zod";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { notFound } from "#lib/shared/errors.ts";
import { brandScore } from "./brand-score.ts";

export const brandRating = z.strictObject({
  /** Mean of the stars, 1 to 5. */
  ratingMean: z.coerce.number().min(1).max(5),
  ratingCount: z.coerce.number().int().min(0).max(LARGEST_INT),
});

/** Stores how a brand is rated and the score that follows. Admins only. Throws `not_found`. */
export async function rateBrand(
  ctx: Ctx,
  { brandId, ratingMean, ratingCount }: z.output<typeof brandRating> & { brandId: string },
): Promise<{ score: number }> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  const score = brandScore(ratingMean, ratingCount);
  const changed = await ctx.db.brand.updateMany({
    where: { id: brandId },
    data: { ratingMean, ratingCount, score },
  });
  if (changed.count === 0) throw notFound("brand");
  return { score };
}
