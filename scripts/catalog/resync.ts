import process from "node:process";
import type { Catalog } from "#generated/prisma/client.ts";
import { createBlob } from "#lib/adapters/blob/index.ts";
import { createEmbedders } from "#lib/adapters/embedder/index.ts";
import { createVectors } from "#lib/adapters/vectors/index.ts";
import { indexNextProducts } from "#lib/catalog/index-products.ts";
import { compareCatalog, repairCatalog } from "#lib/catalog/repair-catalog.ts";
import { connectDb, type Db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { openDatabase } from "../backup/open-database.ts";

interface Wanted {
  /** Slug; by default all. */
  catalog?: string | undefined;
  /** Compares and changes nothing. */
  check: boolean;
}

function contextOf(db: Db) {
  // Links to files are signed by the app alone: here any secret will do.
  const blob = createBlob({ ...env(), NEXTAUTH_SECRET: env().NEXTAUTH_SECRET ?? "unused" });
  const adapters = {
    blob,
    embedders: createEmbedders(env()),
    vectors: createVectors(env(), () => db),
  };
  return { db, adapters, now: () => new Date() };
}

type ResyncContext = ReturnType<typeof contextOf>;

/** True where catalogue and vectors are the same in the end. */
async function resync(ctx: ResyncContext, catalog: Catalog, { check }: Wanted): Promise<boolean> {
  const { vectors, embedders } = ctx.adapters;
  const { missing, leftOver } = await compareCatalog(ctx, catalog);
  const where = `${vectors.name}, ${embedders.current.id.name} ${embedders.current.id.version}`;
  console.log(
    `${catalog.slug} (${where}): ${missing.length} missing, ${leftOver.length} left over.`,
  );
  if (check) return missing.length + leftOver.length === 0;
  const { due, removedVectors, removedFiles } = await repairCatalog(ctx, catalog);
  let made = 0;
  for (let some = -1; some !== 0; made += Math.max(0, some)) {
    some = await indexNextProducts(ctx, catalog.id);
    if (process.stderr.isTTY) process.stderr.write(`\r${made} of ${due} products`);
  }
  const left = await compareCatalog(ctx, catalog);
  console.log(
    `${catalog.slug}: ${made} products looked at, ${removedVectors} vectors and ${removedFiles} files removed; ` +
      `${left.missing.length} missing, ${left.leftOver.length} left over now.`,
  );
  return left.missing.length + left.leftOver.length === 0;
}

/** True where every catalogue and its vectors are the same in the end. Throws where there is no such catalogue. */
export async function resyncCatalogs(wanted: Wanted): Promise<boolean> {
  const database = await openDatabase(env());
  const db = connectDb(database.url, 4);
  try {
    const catalogs = await db.catalog.findMany({
      where: wanted.catalog === undefined ? {} : { slug: wanted.catalog },
      orderBy: { slug: "asc" },
    });
    if (catalogs.length === 0) throw new Error("There is no such catalogue.");
    const ctx = contextOf(db);
    let isSame = true;
    for (const catalog of catalogs) isSame = (await resync(ctx, catalog, wanted)) && isSame;
    return isSame;
  } finally {
    await db.$disconnect();
    await database.close();
  }
}
