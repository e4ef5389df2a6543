import type { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { collectionInput } from "./create-collection.ts";
import { type CollectionView, collectionSelect, requireCollection, toCollection } from "./row.ts";

export const collectionPatch = collectionInput.partial();

/** Changes title or description. Throws `not_found` and `invalid_input`. */
export async function editCollection(
  ctx: Ctx,
  collectionId: string,
  input: z.input<typeof collectionPatch>,
): Promise<CollectionView> {
  const { id } = await requireCollection(ctx, collectionId, "write");
  const { title, description } = collectionPatch.parse(input);
  const data = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  };
  return toCollection(
    await ctx.db.collection.update({ where: { id }, data, select: collectionSelect }),
  );
}
