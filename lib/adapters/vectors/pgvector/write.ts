import type { Db } from "../../../db.ts";
import type { ProductFacts, ProductVector } from "../port.ts";
import { toLiteral } from "./literal.ts";

const toRow = ({ priceMinor, ...facts }: ProductFacts) => ({ price: priceMinor, ...facts });

/** Puts vectors in or in place of those with their ids, all or none; of one id the last counts. */
export async function upsertVectors(
  db: Db,
  spaceId: number,
  vectors: readonly ProductVector[],
): Promise<void> {
  const byId = new Map(vectors.map((one) => [one.id, one]));
  const rows = [...byId.values()].map(({ id, productId, vector, facts }) => ({
    id,
    product: productId,
    vector: toLiteral(vector),
    ...toRow(facts),
  }));
  await db.$executeRaw`
    INSERT INTO "ProductVector" ("spaceId", "id", "productId", "priceMinor", "brand", "category",
      "availability", "sizes", "colours", "materials", "vector")
    SELECT ${spaceId}::int, id, product, price, brand, category, availability, sizes, colours,
      materials, vector::vector
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(id text, product text,
      price bigint, brand text, category text, availability text, sizes text[], colours text[],
      materials text[], vector text)
    ON CONFLICT ("spaceId", "id") DO UPDATE SET "productId" = excluded."productId",
      "priceMinor" = excluded."priceMinor", "brand" = excluded."brand",
      "category" = excluded."category", "availability" = excluded."availability",
      "sizes" = excluded."sizes", "colours" = excluded."colours",
      "materials" = excluded."materials", "vector" = excluded."vector"`;
}

/** Changes what filters see of these products. */
export async function updateFacts(
  db: Db,
  spaceId: number,
  products: readonly { productId: string; facts: ProductFacts }[],
): Promise<void> {
  const rows = products.map(({ productId, facts }) => ({ product: productId, ...toRow(facts) }));
  await db.$executeRaw`
    UPDATE "ProductVector" SET "priceMinor" = given.price, "brand" = given.brand,
      "category" = given.category, "availability" = given.availability, "sizes" = given.sizes,
      "colours" = given.colours, "materials" = given.materials
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS given(product text, price bigint,
      brand text, category text, availability text, sizes text[], colours text[],
      materials text[])
    WHERE "spaceId" = ${spaceId}::int AND "productId" = given.product`;
}
