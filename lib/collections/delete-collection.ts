import type { Ctx } from "#lib/context.ts";
import { requireCollection } from "./row.ts";

/** Deletes a collection and its links; the designs in it stay. Throws `not_found`. */
export async function deleteCollection(ctx: Ctx, collectionId: string): Promise<void> {
  const { id } = await requireCollection(ctx, collectionId, "write");
  await ctx.db.collection.deleteMany({ where: { id } });
}
