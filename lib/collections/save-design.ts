import { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import { conflict, invalidInput } from "#lib/shared/errors.ts";
import { collectionTitle, createCollection } from "./create-collection.ts";
import { type CollectionView, collectionSelect, requireCollection, toCollection } from "./row.ts";

/** Most designs of a collection. */
const MOST_DESIGNS = 300;

export const saveDesignInput = z.object({
  designId: z.string().min(1).max(64),
  collectionId: z.string().max(64).optional(),
  title: collectionTitle.optional().describe("Of a collection: the one called so, or a new one."),
});

export interface SavedDesign extends CollectionView {
  /** False when the design was in it before. */
  isNew: boolean;
}

/**
 * Saves a design to a collection, named by id or by title; a title nothing is called by makes one. Saved twice it is in
 * it once. Throws `not_found` (design, collection), `invalid_input` without either, `conflict` when it is full or another
 * workspace's.
 */
export async function saveDesign(
  ctx: Ctx,
  input: z.input<typeof saveDesignInput>,
): Promise<SavedDesign> {
  const { designId, collectionId, title } = saveDesignInput.parse(input);
  const design = await requireDesign(ctx, designId, "read");
  const collection = collectionId
    ? await requireCollection(ctx, collectionId, "write")
    : await collectionCalled(ctx, title, design.workspaceId);
  if (collection.workspaceId !== design.workspaceId) {
    throw conflict("This design belongs to another workspace than the collection.");
  }
  const where = { collectionId: collection.id };
  return ctx.db.$transaction(async (tx) => {
    const count = await tx.collectionItem.count({
      where: { ...where, designId: { not: designId } },
    });
    if (count >= MOST_DESIGNS) throw conflict(`A collection holds up to ${MOST_DESIGNS} designs.`);
    const added = await tx.collectionItem.createMany({
      data: { ...where, designId },
      skipDuplicates: true,
    });
    const row = await tx.collection.update({
      where: { id: collection.id },
      data: { updatedAt: ctx.now() },
      select: collectionSelect,
    });
    return { ...toCollection(row), isNew: added.count > 0 };
  });
}

async function collectionCalled(ctx: Ctx, title: string | undefined, workspaceId: string) {
  if (!title) {
    throw invalidInput("Say which collection: its id, or a title.", {
      fieldErrors: { title: "Give it a title." },
    });
  }
  const known = await ctx.db.collection.findFirst({
    where: { workspaceId, title: { equals: title, mode: "insensitive" } },
    select: { id: true },
  });
  const id = known?.id ?? (await createCollection(ctx, { title })).id;
  return requireCollection(ctx, id, "write");
}
