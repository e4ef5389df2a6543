import { Prisma } from "#generated/prisma/client.ts";
import type { Db, Tx } from "../../../db.ts";
import type { VectorMatch, VectorQuery } from "../port.ts";
import { isRestricted, whereOf } from "./filter.ts";
import { fromLiteral, toLiteral } from "./literal.ts";
import { indexedType, indexedVector, type Space } from "./nearest-index.ts";

/** What passes a filter is compared one by one up to so many vectors; beyond, the graph is walked. */
const EXACT_UP_TO = 3000;
/** Candidates the walk keeps, at least: more find more and take longer. */
const LEAST_CANDIDATES = 200;
const MOST_CANDIDATES = 1000;
/** Vectors a walk looks at in all when most of them fail the filter. */
const MOST_WALKED = 40_000;
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

/** The nearest products: by comparing all that pass the filter where those are few, otherwise by the HNSW index. */
export async function queryNearest(
  db: Db,
  space: Space,
  isIndexed: boolean,
  query: VectorQuery,
): Promise<VectorMatch[]> {
  const isExact = !isIndexed || (await isNarrow(db, space, query));
  for (let asked = query.limit; ; asked *= ASK_MORE) {
    const rows = isExact
      ? await nearestExactly(db, space, query, asked)
      : await nearestByIndex(db, space, query, asked);
    const matches = bestOfEach(rows).slice(0, query.limit);
    if (matches.length === query.limit || rows.length < asked) return matches.map(toMatch);
  }
}

/** The nearest picture of each product; rows come nearest first. */
function bestOfEach(rows: readonly MatchRow[]): MatchRow[] {
  const seen = new Set<string>();
  return rows.filter(({ productId }) => !seen.has(productId) && seen.add(productId));
}

async function isNarrow(db: Db, space: Space, { filter }: VectorQuery): Promise<boolean> {
  if (!isRestricted(filter)) return false;
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) AS count FROM (
      SELECT 1 FROM "ProductVector" WHERE ${whereOf(space.id, filter)} LIMIT ${EXACT_UP_TO + 1}::int
    ) passing`;
  return Number(row?.count ?? 0) <= EXACT_UP_TO;
}

const selected = ({ vector, withVectors = false }: VectorQuery) => Prisma.sql`
  "id", "productId", -("vector" <#> ${toLiteral(vector)}::halfvec) AS cosine,
  ${withVectors ? Prisma.sql`"vector"::text` : Prisma.sql`NULL`} AS vector`;

/** The column itself has no index, so every vector that passes is compared. */
function nearestExactly(db: Db, space: Space, query: VectorQuery, limit: number) {
  return db.$queryRaw<MatchRow[]>`
    SELECT ${selected(query)} FROM "ProductVector" WHERE ${whereOf(space.id, query.filter)}
    ORDER BY "vector" <#> ${toLiteral(query.vector)}::vector, "id" LIMIT ${limit}::int`;
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
      SELECT * FROM (
        SELECT ${selected(query)} FROM "ProductVector" WHERE ${whereOf(space.id, query.filter)}
        ORDER BY ${indexedVector(space)} <#> ${toLiteral(query.vector)}::${indexedType(space)}
        LIMIT ${limit}::int
      ) AS found ORDER BY cosine DESC, id`;
  });
}
