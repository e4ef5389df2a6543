import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { requireCollection } from "./row.ts";

/** Ends a link at once. Throws `not_found`, also for one that ended before. */
export async function endShare(
  ctx: Ctx,
  { collectionId, linkId }: { collectionId: string; linkId: string },
): Promise<void> {
  await requireCollection(ctx, collectionId, "write");
  const { count } = await ctx.db.shareLink.updateMany({
    where: { id: linkId, collectionId, revokedAt: null },
    data: { revokedAt: ctx.now() },
  });
  if (count === 0) throw notFound("link");
}
