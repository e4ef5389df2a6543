import type { Prisma } from "#generated/prisma/client.ts";
import { type Access, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";

/** Pictures a collection is told by, at most. */
const COVERS = 4;

/** What is read of a design to show it by one picture. */
const coverSelect = {
  revisions: {
    orderBy: { number: "desc" },
    take: 1,
    select: {
      images: {
        where: { imageType: "2d", concept: { is: null } },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { id: true, view: true },
      },
    },
  },
} satisfies Prisma.DesignSelect;

export const collectionSelect = {
  id: true,
  workspaceId: true,
  title: true,
  description: true,
  createdAt: true,
  updatedAt: true,
  _count: { select: { items: true } },
  items: {
    orderBy: [{ addedAt: "desc" }, { designId: "desc" }],
    take: COVERS,
    select: { design: { select: coverSelect } },
  },
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
  /** The main pictures of its newest designs, at most four; a design that is not drawn yet has none. */
  coverImageIds: string[];
  createdAt: Date;
  updatedAt: Date;
}

export const toCollection = ({
  _count,
  workspaceId: _,
  items,
  ...row
}: CollectionRow): CollectionView => ({
  ...row,
  count: _count.items,
  coverImageIds: items
    .map(({ design }) => design.revisions[0]?.images ?? [])
    .flatMap((images) => images.find(({ view }) => view === "hero") ?? images.slice(0, 1))
    .map(({ id }) => id),
});
