import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import { isSameEmbedder } from "#lib/adapters/embedder/port.ts";
import type { VectorSpace } from "#lib/adapters/vectors/port.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { announceChange } from "./announce-change.ts";

export interface Resynced {
  /** Products whose vectors are made anew, because some were missing, failed or out of date. */
  due: number;
  /** Vectors that belonged to nothing, and files of pictures nothing names. */
  removedVectors: number;
  removedFiles: number;
}

const PAGE = 1000;

/**
 * Compares a catalogue with its vectors and picture files, removes what is left over and lets what is missing be made
 * again. Indexes of embedders no longer in use go once the one in use holds every product. Admins only.
 */
export async function resyncCatalog(ctx: Ctx, slug: string): Promise<Resynced> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  const catalog = await ctx.db.catalog.findUnique({ where: { slug } });
  if (!catalog) throw notFound("catalogue");
  const space = { namespace: slug, embedder: ctx.adapters.embedders.current.id };
  const removedVectors = await removeOrphans(ctx, space);
  const due = await markMissing(ctx, space, catalog.id);
  if (due === 0) await dropOldSpaces(ctx, space);
  const removedFiles = await removeFiles(ctx);
  await announceChange(ctx.db, catalog.id);
  return { due, removedVectors, removedFiles };
}

/** Vectors whose picture is gone, or whose product is withdrawn. */
async function removeOrphans(ctx: Ctx, space: VectorSpace): Promise<number> {
  let removed = 0;
  for await (const ids of vectorIds(ctx, space)) {
    const known = await ctx.db.productPicture.findMany({
      where: { id: { in: ids }, product: { withdrawnAt: null } },
      select: { id: true },
    });
    const kept = new Set(known.map(({ id }) => id));
    const orphans = ids.filter((id) => !kept.has(id));
    if (orphans.length > 0) await ctx.adapters.vectors.delete(space, orphans);
    removed += orphans.length;
  }
  return removed;
}

async function* vectorIds(ctx: Ctx, space: VectorSpace): AsyncGenerator<string[]> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Ctx["adapters"]["vectors"]["listIds"]>> =
      await ctx.adapters.vectors.listIds(space, { limit: PAGE, ...(cursor && { cursor }) });
    yield page.ids.map(({ id }) => id);
    cursor = page.cursor;
  } while (cursor);
}

/** Marks the products that lack a vector, or whose picture once failed, as due. Answers how many are due in all. */
async function markMissing(ctx: Ctx, space: VectorSpace, catalogId: string): Promise<number> {
  const present = new Set<string>();
  for await (const ids of vectorIds(ctx, space)) for (const id of ids) present.add(id);
  let after = "";
  for (;;) {
    const pictures = await ctx.db.productPicture.findMany({
      where: { id: { gt: after }, product: { catalogId, withdrawnAt: null } },
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true, productId: true },
    });
    if (pictures.length === 0) break;
    after = pictures.at(-1)!.id;
    const missing = pictures.filter(({ id }) => !present.has(id)).map((one) => one.productId);
    await ctx.db.product.updateMany({
      where: { id: { in: missing } },
      data: { indexedHash: null, indexError: null },
    });
  }
  const [row] = await ctx.db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Product" WHERE "catalogId" = ${catalogId} AND "withdrawnAt" IS NULL
      AND "indexedHash" IS DISTINCT FROM "contentHash"`;
  return Number(row?.n ?? 0);
}

async function dropOldSpaces(ctx: Ctx, { namespace, embedder }: VectorSpace): Promise<void> {
  for (const space of await ctx.adapters.vectors.listSpaces(namespace)) {
    if (isSameEmbedder(space.embedder, embedder)) continue;
    await ctx.adapters.vectors.dropSpace({ namespace, embedder: space.embedder });
  }
}

async function removeFiles(ctx: Ctx): Promise<number> {
  const keys = await ctx.adapters.blob.list("catalog/");
  let removed = 0;
  for (let start = 0; start < keys.length; start += PAGE) {
    const some = keys.slice(start, start + PAGE);
    const rows = await ctx.db.productPicture.findMany({
      where: { blobKey: { in: some } },
      select: { blobKey: true },
    });
    const kept = new Set(rows.map(({ blobKey }) => blobKey));
    const orphans = some.filter((key) => !kept.has(key));
    await ctx.adapters.blob.delete(orphans);
    removed += orphans.length;
  }
  return removed;
}
