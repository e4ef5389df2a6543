import { Prisma } from "#generated/prisma/client.ts";
import type { VectorFilter } from "#lib/adapters/vectors/port.ts";
import type { Ctx } from "#lib/context.ts";
import { filterSql } from "./filter-sql.ts";
import type { SearchWords } from "./read-words.ts";

/** How much of the words a product meets, 0 to 1. */
export interface WordShare {
  productId: string;
  share: number;
}

/** True where there are words to be met; a price alone is a filter. */
export const hasWords = ({ colours, materials, kind, terms }: SearchWords): boolean =>
  colours.length + materials.length + terms.length > 0 || kind !== null;

/**
 * The products that meet most of the words, best first: the share of colours, materials, kind and other words that a
 * product has, ties by Postgres' text rank. Without words, whatever passes the filter.
 */
export async function productsByWords(
  { db }: Pick<Ctx, "db">,
  words: SearchWords,
  filter: VectorFilter,
  limit: number,
): Promise<WordShare[]> {
  if (!hasWords(words)) return productsByFilter(db, filter, limit);
  const any = anyOf(words);
  return db.$queryRaw<WordShare[]>`
    SELECT p."id" AS "productId", ${shareSql(words)} AS share
    FROM "Product" p JOIN "Brand" b ON b."id" = p."brandId"
    WHERE ${filterSql(filter)} AND p."searchVector" @@ ${any}
    ORDER BY share DESC, ts_rank(p."searchVector", ${any}) DESC, p."id"
    LIMIT ${limit}`;
}

function productsByFilter(db: Ctx["db"], filter: VectorFilter, limit: number) {
  return db.$queryRaw<WordShare[]>`
    SELECT p."id" AS "productId", 1::float8 AS share
    FROM "Product" p JOIN "Brand" b ON b."id" = p."brandId"
    WHERE ${filterSql(filter)} ORDER BY b."score" DESC, p."id" LIMIT ${limit}`;
}

/** The shares of given products, which another search found. */
export async function wordSharesOf(
  { db }: Pick<Ctx, "db">,
  words: SearchWords,
  productIds: readonly string[],
): Promise<Map<string, number>> {
  if (!hasWords(words) || productIds.length === 0) return new Map();
  const rows = await db.$queryRaw<WordShare[]>`
    SELECT p."id" AS "productId", ${shareSql(words)} AS share
    FROM "Product" p WHERE p."id" = ANY(${[...productIds]}::text[])`;
  return new Map(rows.map(({ productId, share }) => [productId, share]));
}

/** What each word asks of a product, as a condition. */
function requirements({ colours, materials, kind, terms }: SearchWords): Prisma.Sql[] {
  return [
    ...colours.map((name) => Prisma.sql`p."colours" @> ARRAY[${name}]::text[]`),
    ...materials.map((name) => Prisma.sql`p."materials" @> ARRAY[${name}]::text[]`),
    ...(kind ? [Prisma.sql`p."kind" IS NOT DISTINCT FROM ${kind}`] : []),
    ...terms.map((term) => Prisma.sql`p."searchVector" @@ plainto_tsquery('english', ${term})`),
  ];
}

function shareSql(words: SearchWords): Prisma.Sql {
  const all = requirements(words).map((condition) => Prisma.sql`(${condition})::int`);
  return Prisma.sql`(${Prisma.join(all, " + ")})::float8 / ${all.length}::float8`;
}

/** A text query that any of the words meets, so that the index finds the products. */
function anyOf({ colours, materials, kind, terms }: SearchWords): Prisma.Sql {
  const said = [...colours, ...materials, ...(kind ? [kind.replaceAll("-", " ")] : []), ...terms];
  const queries = said.map((text) => Prisma.sql`plainto_tsquery('english', ${text})`);
  return Prisma.sql`(${Prisma.join(queries, " || ")})`;
}
