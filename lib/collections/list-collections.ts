import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import { type CollectionView, collectionSelect, toCollection } from "./row.ts";

/** The actor's collections, last changed first. */
export async function listCollections(ctx: Ctx, input: PageInput): Promise<Page<CollectionView>> {
  const size = pageSize(input);
  const rows = await ctx.db.collection.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      ...behindCursor("updatedAt", input.cursor),
    },
    orderBy: newestFirst("updatedAt"),
    take: size + 1,
    select: collectionSelect,
  });
  return toPage(rows, size, "updatedAt", rows.slice(0, size).map(toCollection));
}
