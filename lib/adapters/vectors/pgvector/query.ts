import { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "../../../db.ts";
import type { VectorMatch, VectorQuery } from "../port.ts";
import { whereOf } from "./filter.ts";
import { fromLiteral, toLiteral } from "./literal.ts";

interface MatchRow {
  id: string;
  productId: string;
  cosine: number;
  vector: string | null;
}

const toMatch = ({ vector, ...match }: MatchRow): VectorMatch =>
  vector === null ? match : { ...match, vector: fromLiteral(vector) };

/** The nearest products by comparing all that pass the filter. */
export async function queryExactly(
  db: Db,
  spaceId: number,
  { vector, filter, limit, withVectors = false }: VectorQuery,
): Promise<VectorMatch[]> {
  const rows = await db.$queryRaw<MatchRow[]>`
    SELECT id, "productId", cosine, ${withVectors ? Prisma.sql`vector::text` : Prisma.sql`NULL`} AS vector
    FROM (
      SELECT DISTINCT ON ("productId") "id", "productId", "vector",
        -("vector" <#> ${toLiteral(vector)}::vector) AS cosine
      FROM "ProductVector" WHERE ${whereOf(spaceId, filter)}
      ORDER BY "productId", cosine DESC, "id"
    ) AS nearest
    ORDER BY cosine DESC, id LIMIT ${limit}::int`;
  return rows.map(toMatch);
}
