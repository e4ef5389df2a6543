import type { Catalog } from "#generated/prisma/client.ts";
import type { Adapters } from "#lib/adapters/adapters.ts";
import { compareSpace } from "#lib/adapters/vectors/compare-space.ts";
import type { VectorSpace } from "#lib/adapters/vectors/port.ts";
import type { Ctx } from "#lib/context.ts";
import { announceChange } from "./announce-change.ts";
import { countDue } from "./count-due.ts";
import { dropOldSpaces } from "./drop-old-spaces.ts";

type RepairCtx = Pick<Ctx, "db"> & { adapters: Pick<Adapters, "blob" | "embedders" | "vectors"> };

/** How a catalogue and its vectors differ. */
export interface CatalogDifference {
  /** Ids of pictures without a vector. */
  missing: string[];
  /** Ids of vectors whose picture is gone, or whose product is withdrawn. */
  leftOver: string[];
}

export interface Repaired {
  /** Products whose vectors are made anew, because some were missing, failed or out of date. */
  due: number;
  /** Vectors that belonged to nothing, and files of pictures nothing names. */
  removedVectors: number;
  removedFiles: number;
}

const PAGE = 1000;

const spaceOf = ({ adapters }: RepairCtx, { slug }: Catalog): VectorSpace => ({
  namespace: slug,
  embedder: adapters.embedders.current.id,
});

/** Compares a catalogue with its vectors by the embedder in use, and changes nothing. */
export async function compareCatalog(ctx: RepairCtx, catalog: Catalog): Promise<CatalogDifference> {
  const ids: string[] = [];
  for await (const page of pictureIds(ctx, catalog.id)) ids.push(...page);
  return compareSpace(ctx.adapters.vectors, spaceOf(ctx, catalog), ids);
}

/**
 * Removes vectors and files that are left over and lets what is missing be made again. For callers that have
 * authorised.
 */
export async function repairCatalog(ctx: RepairCtx, catalog: Catalog): Promise<Repaired> {
  const space = spaceOf(ctx, catalog);
  const { missing, leftOver } = await compareCatalog(ctx, catalog);
  if (leftOver.length > 0) await ctx.adapters.vectors.delete(space, leftOver);
  await markDue(ctx, missing);
  const due = await countDue(ctx, catalog.id);
  if (due === 0 && missing.length === 0) await dropOldSpaces(ctx, space);
  const removedFiles = await removeFiles(ctx);
  await announceChange(ctx.db, catalog.id);
  return { due, removedVectors: leftOver.length, removedFiles };
}

async function* pictureIds({ db }: RepairCtx, catalogId: string): AsyncGenerator<string[]> {
  for (let after = ""; ; ) {
    const pictures = await db.productPicture.findMany({
      where: { id: { gt: after }, product: { catalogId, withdrawnAt: null } },
      orderBy: { id: "asc" },
      take: PAGE,
      select: { id: true },
    });
    if (pictures.length === 0) return;
    yield pictures.map(({ id }) => id);
    after = pictures.at(-1)!.id;
  }
}

/** Marks the products of these pictures as due. */
async function markDue({ db }: RepairCtx, missing: readonly string[]): Promise<void> {
  for (let start = 0; start < missing.length; start += PAGE) {
    await db.product.updateMany({
      where: { pictures: { some: { id: { in: missing.slice(start, start + PAGE) } } } },
      data: { indexedHash: null, indexError: null },
    });
  }
}

async function removeFiles({ db, adapters }: RepairCtx): Promise<number> {
  const keys = await adapters.blob.list("catalog/");
  let removed = 0;
  for (let start = 0; start < keys.length; start += PAGE) {
    const some = keys.slice(start, start + PAGE);
    const rows = await db.productPicture.findMany({
      where: { blobKey: { in: some } },
      select: { blobKey: true },
    });
    const kept = new Set(rows.map(({ blobKey }) => blobKey));
    const orphans = some.filter((key) => !kept.has(key));
    await adapters.blob.delete(orphans);
    removed += orphans.length;
  }
  return removed;
}
