import { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "#lib/db.ts";
import { INITIAL_BRAND_SCORE } from "./brand-score.ts";

export interface MergeInput {
  catalogId: string;
  /** A query of `sku text, product jsonb`, each SKU once, `product` a StoredProduct. */
  source: Prisma.Sql;
  /** Marks what this merge wrote. */
  at: Date;
  /** Withdraw what the source lacks. Default false. */
  replace?: boolean;
}

export interface MergeCounts {
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
}

/**
 * Writes products with their brands and pictures: new ones, changed ones, withdrawn ones that are back. What is the
 * same is not touched, so the same source a second time changes nothing. Takes effect with its transaction.
 */
export async function mergeProducts(tx: Tx, input: MergeInput): Promise<MergeCounts> {
  const total = await count(tx, Prisma.sql`SELECT count(*) AS n FROM (${input.source}) source`);
  await mergeBrands(tx, input);
  await upsertProducts(tx, input);
  await mergePictures(tx, input);
  const withdrawn = input.replace ? await withdrawMissing(tx, input) : 0;
  const { catalogId, at } = input;
  const written = Prisma.sql`
    SELECT count(*) AS n FROM (${input.source}) source
    JOIN "Product" p ON p."catalogId" = ${catalogId} AND p."sku" = source.sku
    WHERE p."updatedAt" = ${at}`;
  const created = await count(tx, Prisma.sql`${written} AND p."createdAt" = ${at}`);
  const changed = await count(tx, written);
  return { created, updated: changed - created, unchanged: total - changed, withdrawn };
}

async function count(tx: Tx, query: Prisma.Sql): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>(query);
  return Number(row?.n ?? 0);
}

function mergeBrands(tx: Tx, { source, at }: MergeInput): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Brand" ("id", "name", "key", "score", "createdAt", "updatedAt")
    SELECT gen_random_uuid()::text, min(product->>'brand'), product->>'brandKey',
      ${INITIAL_BRAND_SCORE}, ${at}, ${at}
    FROM (${source}) source GROUP BY product->>'brandKey'
    ON CONFLICT ("key") DO NOTHING`;
}

/** A list of texts inside the JSON as a Postgres array. */
const texts = (field: string) =>
  Prisma.raw(`ARRAY(SELECT jsonb_array_elements_text(product->'${field}'))`);

function upsertProducts(tx: Tx, { catalogId, source, at }: MergeInput): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Product" ("id", "catalogId", "sku", "brandId", "title", "description", "kind",
      "category", "priceMinor", "currency", "priceEurMinor", "availability", "sizes", "colours",
      "material", "materials", "productUrl", "attributes", "searchText", "contentHash",
      "createdAt", "updatedAt")
    SELECT gen_random_uuid()::text, ${catalogId}, source.sku, b."id", product->>'title',
      product->>'description', product->>'kind', product->>'category',
      (product->>'priceMinor')::int, product->>'currency', (product->>'priceEurMinor')::int,
      (product->>'availability')::"Availability", ${texts("sizes")}, ${texts("colours")},
      product->>'material', ${texts("materials")}, product->>'productUrl', product->'attributes',
      product->>'searchText', product->>'contentHash', ${at}, ${at}
    FROM (${source}) source JOIN "Brand" b ON b."key" = product->>'brandKey'
    ON CONFLICT ("catalogId", "sku") DO UPDATE SET ("brandId", "title", "description", "kind",
      "category", "priceMinor", "currency", "priceEurMinor", "availability", "sizes", "colours",
      "material", "materials", "productUrl", "attributes", "searchText", "contentHash",
      "withdrawnAt", "updatedAt") = (EXCLUDED."brandId", EXCLUDED."title", EXCLUDED."description",
      EXCLUDED."kind", EXCLUDED."category", EXCLUDED."priceMinor", EXCLUDED."currency",
      EXCLUDED."priceEurMinor", EXCLUDED."availability", EXCLUDED."sizes", EXCLUDED."colours",
      EXCLUDED."material", EXCLUDED."materials", EXCLUDED."productUrl", EXCLUDED."attributes",
      EXCLUDED."searchText", EXCLUDED."contentHash", NULL, EXCLUDED."updatedAt")
    WHERE "Product"."contentHash" <> EXCLUDED."contentHash"
      OR "Product"."withdrawnAt" IS NOT NULL`;
}

/** The pictures of what was written: those that are the same keep their id, and so their vector. */
async function mergePictures(tx: Tx, { catalogId, source, at }: MergeInput): Promise<void> {
  const wanted = Prisma.sql`
    SELECT p."id" AS "productId", (picture.ordinality - 1)::int AS position,
      picture.value->>'sourceUrl' AS "sourceUrl", picture.value->>'publicPath' AS "publicPath"
    FROM (${source}) source
    JOIN "Product" p ON p."catalogId" = ${catalogId} AND p."sku" = source.sku
    CROSS JOIN LATERAL jsonb_array_elements(product->'pictures') WITH ORDINALITY AS picture
    WHERE p."updatedAt" = ${at}`;
  await tx.$executeRaw`
    DELETE FROM "ProductPicture" old
    USING (${source}) source, "Product" p
    WHERE p."catalogId" = ${catalogId} AND p."sku" = source.sku AND p."updatedAt" = ${at}
      AND p."createdAt" <> ${at} AND old."productId" = p."id"
      AND NOT EXISTS (SELECT FROM (${wanted}) w WHERE w."productId" = old."productId"
        AND w.position = old."position"
        AND w."sourceUrl" IS NOT DISTINCT FROM old."sourceUrl"
        AND w."publicPath" IS NOT DISTINCT FROM old."publicPath")`;
  await tx.$executeRaw`
    INSERT INTO "ProductPicture" ("id", "productId", "position", "sourceUrl", "publicPath")
    SELECT gen_random_uuid()::text, w."productId", w.position, w."sourceUrl", w."publicPath"
    FROM (${wanted}) w ON CONFLICT ("productId", "position") DO NOTHING`;
}

function withdrawMissing(tx: Tx, { catalogId, source, at }: MergeInput): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Product" p SET "withdrawnAt" = ${at}, "updatedAt" = ${at}
    WHERE p."catalogId" = ${catalogId} AND p."withdrawnAt" IS NULL
      AND NOT EXISTS (SELECT FROM (${source}) source WHERE source.sku = p."sku")`;
}
