import type { EmbedderId } from "#lib/adapters/embedder/port.ts";
import type { ProductVector, Vectors } from "#lib/adapters/vectors/port.ts";
import { brandScore } from "#lib/catalog/brand-score.ts";
import { indexMark } from "#lib/catalog/index-mark.ts";
import { factSelect, toFacts } from "#lib/catalog/product-facts.ts";
import { brandKeyOf } from "#lib/catalog/product-input.ts";
import { putProducts } from "#lib/catalog/put-products.ts";
import type { Db } from "#lib/db.ts";
import { BRAND_RATINGS } from "./catalog/brand-ratings.ts";
import { readDemoProducts, readDemoVectors } from "./catalog/read-demo.ts";

const CATALOG = { slug: "demo", name: "Demo catalogue" };
const BATCH = 500;

export interface SeedCatalog {
  db: Db;
  vectors: Vectors;
  /** In use: where the looks kept with the demo are another's, the function `index-products` makes them. */
  embedder: EmbedderId;
  now: () => Date;
}

/**
 * Brings in the demo catalogue with the looks that were made ahead. What is there already stays; a seed that was
 * stopped half-way goes on.
 */
export async function seedCatalog({ db, vectors, embedder, now }: SeedCatalog): Promise<void> {
  const products = readDemoProducts();
  const there = await db.product.count({ where: { catalog: { slug: CATALOG.slug } } });
  if (there < products.length) {
    await putProducts({ db, now }, { catalog: CATALOG, products });
    await rateBrands(db);
  }
  const looks = readDemoVectors(embedder);
  if (looks) await putLooks({ db, vectors, embedder }, looks);
}

async function rateBrands(db: Db): Promise<void> {
  for (const [name, [ratingMean, ratingCount]] of Object.entries(BRAND_RATINGS)) {
    const data = { ratingMean, ratingCount, score: brandScore(ratingMean, ratingCount) };
    // One that an admin has rated keeps its rating.
    await db.brand.updateMany({ where: { key: brandKeyOf(name), ratingCount: 0 }, data });
  }
}

/** Puts the looks of products that have none yet into the index. */
async function putLooks(
  { db, vectors, embedder }: Omit<SeedCatalog, "now">,
  looks: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const due = await db.product.findMany({
    where: { catalog: { slug: CATALOG.slug }, indexedHash: null, withdrawnAt: null },
    select: { id: true, sku: true, ...factSelect, pictures: { select: { id: true }, take: 1 } },
  });
  const made = due.flatMap((product): ProductVector[] => {
    const vector = looks.get(product.sku);
    const [picture] = product.pictures;
    if (!vector || !picture) return [];
    return [{ id: picture.id, productId: product.id, vector, facts: toFacts(product) }];
  });
  for (let at = 0; at < made.length; at += BATCH) {
    const batch = made.slice(at, at + BATCH);
    await vectors.upsert({ namespace: CATALOG.slug, embedder }, batch);
    await db.$executeRaw`
      UPDATE "Product" SET "indexedHash" = "contentHash" || ${indexMark(embedder)}::text
      WHERE "id" = ANY(${batch.map(({ productId }) => productId)}::text[])`;
  }
}
