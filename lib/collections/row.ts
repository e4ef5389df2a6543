import type { Prisma } from "#generated/prisma/client.ts";
import { type Access, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";

export const collectionSelect = {
  id: true,
  workspaceId: true,
  title: true,
  description: true,
  createdAt: true,
  updatedAt: true,
  _count: { select: { items: true } },
} satisfies Prisma.CollectionSelect;

export type CollectionRow = Prisma.CollectionGetPayload<{ select: typeof collectionSelect }>;

/** The collection. Throws `not_found`, also for one of someone else. */
export async function requireCollection(
  ctx: Ctx,
  id: string,
  access: Access,
): Promise<CollectionRow> {
  const row = await ctx.db.collection.findFirst({
    where: { id, ...workspaceScope(ctx.actor, access) },
    select: collectionSelect,
  });
  if (!row) throw notFound("collection");
  return row;
}

/** A collection as lists show it. */
export interface CollectionView {
  id: string;
  title: string;
  description: string;
  /** How many designs are in it. */
  count: number;
  createdAt: Date;
  updatedAt: Date;
}

export const toCollection = ({
  _count,
  workspaceId: _,
  ...row
}: CollectionRow): CollectionView => ({
  ...row,
  count: _count.items,
});
