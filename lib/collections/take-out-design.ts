import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { requireCollection } from "./row.ts";

/** Takes a design out of a collection; the design stays. Throws `not_found`. */
export async function takeOutDesign(
  ctx: Ctx,
  { collectionId, designId }: { collectionId: string; designId: string },
): Promise<void> {
  await requireCollection(ctx, collectionId, "write");
  const { count } = await ctx.db.collectionItem.deleteMany({ where: { collectionId, designId } });
  if (count === 0) throw notFound("design in this collection");
}
