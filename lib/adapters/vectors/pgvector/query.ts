import { Prisma } from "#generated/prisma/client.ts";
import type { Db, Tx } from "../../../db.ts";
import type { VectorMatch, VectorQuery } from "../port.ts";
import { whereOf } from "./filter.ts";
import { fromLiteral, toLiteral } from "./literal.ts";
import { indexedType, indexedVector, type Space } from "./nearest-index.ts";

/** Candidates the walk keeps, at least: more find more and take longer. */
const LEAST_CANDIDATES = 500;
const MOST_CANDIDATES = 1000;
/** Vectors a walk looks at in all when most of them fail the filter; beyond, comparing what passes is quicker. */
const MOST_WALKED = 10_000;
/** So many more than asked for are walked to: a walk goes on at places it left out, and finds some late. */
const WALKED_BEYOND = 30;
/** So many times more is asked for when several pictures of one product were answered. */
const ASK_MORE = 4;

interface MatchRow {
  id: string;
  productId: string;
  cosine: number;
  vector: string | null;
}

const toMatch = ({ vector, ...match }: MatchRow): VectorMatch =>
  vector === null ? match : { ...match, vector: fromLiteral(vector) };

/**
 * The nearest products. Where there is an index, Postgres decides by its statistics whether it walks the graph or
 * compares the few that pass the filter; a walk that ends before enough passed is followed by comparing all that do.
 */
export async function queryNearest(
  db: Db,
  space: Space,
  isIndexed: boolean,
  query: VectorQuery,
): Promise<VectorMatch[]> {
  for (let asked = query.limit; ; asked *= ASK_MORE) {
    const walked = isIndexed ? await nearestByIndex(db, space, query, asked) : [];
    const rows = walked.length < asked ? await nearestExactly(db, space, query, asked) : walked;
    const matches = bestOfEach(rows).slice(0, query.limit);
    if (matches.length === query.limit || rows.length < asked) return matches.map(toMatch);
  }
}

/** The nearest picture of each product; rows come nearest first. */
function bestOfEach(rows: readonly MatchRow[]): MatchRow[] {
  const seen = new Set<string>();
  return rows.filter(({ productId }) => !seen.has(productId) && seen.add(productId));
}

const distance = ({ vector }: VectorQuery) =>
  Prisma.sql`("vector" <#> ${toLiteral(vector)}::vector) AS distance`;

const selected = ({ withVectors = false }: VectorQuery) => Prisma.sql`
  "id", "productId", -distance AS cosine, ${withVectors ? Prisma.sql`"vector"::text` : Prisma.sql`NULL`} AS vector`;

/** The column itself has no index, so every vector that passes is compared. */
function nearestExactly(db: Db, space: Space, query: VectorQuery, limit: number) {
  return db.$queryRaw<MatchRow[]>`
    SELECT ${selected(query)} FROM (
      SELECT "id", "productId", "vector", ${distance(query)}
      FROM "ProductVector" WHERE ${whereOf(space.id, query.filter)}
      ORDER BY distance, "id" LIMIT ${limit}::int
    ) AS nearest ORDER BY distance, "id"`;
}

/**
 * Walks the graph on and on until enough pass the filter (pgvector's iterative scan), so that a filter costs time and
 * not recall; what it finds is then put in exact order.
 */
function nearestByIndex(db: Db, space: Space, query: VectorQuery, limit: number) {
  const candidates = Math.min(MOST_CANDIDATES, Math.max(LEAST_CANDIDATES, 2 * limit));
  return db.$transaction(async (tx: Tx) => {
    await tx.$queryRaw`
      SELECT set_config('hnsw.ef_search', ${String(candidates)}, true),
        set_config('hnsw.iterative_scan', 'relaxed_order', true),
        set_config('hnsw.max_scan_tuples', ${String(MOST_WALKED)}, true),
        set_config('enable_seqscan', 'off', true)`;
    return tx.$queryRaw<MatchRow[]>`
      SELECT ${selected(query)} FROM (
        SELECT "id", "productId", "vector", ${distance(query)}
        FROM "ProductVector" WHERE ${whereOf(space.id, query.filter)}
        ORDER BY ${indexedVector(space)} <#> ${toLiteral(query.vector)}::${indexedType(space)}
        LIMIT ${limit + WALKED_BEYOND}::int
      ) AS found ORDER BY distance, "id" LIMIT ${limit}::int`;
  });
}
