import { z } from "zod";
import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conflict } from "#lib/shared/errors.ts";
import { type CollectionView, collectionSelect, toCollection } from "./row.ts";

/** Most collections of a workspace. */
const MOST_COLLECTIONS = 200;

export const collectionTitle = z.string().trim().min(1).max(120);
export const collectionInput = z.object({
  title: collectionTitle,
  description: z.string().trim().max(1000).optional(),
});

/** A new, empty collection in the person's own workspace, one under an effect id. Throws `invalid_input` and, at 200 collections, `conflict`. */
export async function createCollection(
  ctx: Ctx,
  input: z.input<typeof collectionInput> & { effectId?: string | undefined },
): Promise<CollectionView> {
  const scope = workspaceScope(ctx.actor, "write");
  const { effectId: id } = input;
  const { title, description = "" } = collectionInput.parse(input);
  const workspaceId = await personalWorkspaceId(ctx);
  const row = await ctx.db.$transaction(async (tx) => {
    const made =
      id && (await tx.collection.findFirst({ where: { id, ...scope }, select: collectionSelect }));
    if (made) return made;
    if ((await tx.collection.count({ where: { workspaceId } })) >= MOST_COLLECTIONS) {
      throw conflict(`There are ${MOST_COLLECTIONS} collections already. Delete one first.`);
    }
    return tx.collection.create({
      data: {
        ...(id && { id }),
        workspaceId,
        createdById: actorUserId(ctx.actor),
        title,
        description,
      },
      select: collectionSelect,
    });
  });
  return toCollection(row);
}
