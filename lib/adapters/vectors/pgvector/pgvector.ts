import type { Db } from "../../../db.ts";
import { unavailable } from "../../../shared/errors.ts";
import type { Vectors } from "../port.ts";
import { requireQuery, requireSpace, requireVectors } from "../require.ts";
import { fromLiteral } from "./literal.ts";
import { NearestIndexes } from "./nearest-index.ts";
import { queryNearest } from "./query.ts";
import { findSpace, listSpaces, openSpace } from "./spaces.ts";
import { updateFacts, upsertVectors } from "./write.ts";

export interface PgVectorsOptions {
  /** Vectors from which on a space has an index; default 4000. Filling a space first and then indexing it is quicker. */
  indexFrom?: number;
}

/** Vectors in the application's own Postgres, by the extension pgvector. */
export function createPgVectors(database: () => Db, options: PgVectorsOptions = {}): Vectors {
  const indexes = new NearestIndexes(options.indexFrom);
  return {
    name: "pgvector",
    async upsert(space, vectors) {
      requireVectors(space, vectors);
      if (vectors.length === 0) return;
      const id = await openSpace(database(), space);
      await upsertVectors(database(), id, vectors);
      const { dimensions } = space.embedder;
      await indexes.follow(database(), { id, dimensions }, vectors.length);
    },
    async updateFacts(space, products) {
      const spaceId = await findSpace(database(), space);
      if (spaceId !== null) await updateFacts(database(), spaceId, products);
    },
    async deleteProducts(space, productIds) {
      const spaceId = await findSpace(database(), space);
      await database().$executeRaw`
        DELETE FROM "ProductVector"
        WHERE "spaceId" = ${spaceId}::int AND "productId" = ANY(${[...productIds]}::text[])`;
    },
    async delete(space, ids) {
      const spaceId = await findSpace(database(), space);
      await database().$executeRaw`
        DELETE FROM "ProductVector"
        WHERE "spaceId" = ${spaceId}::int AND "id" = ANY(${[...ids]}::text[])`;
    },
    async query(space, query) {
      requireQuery(space, query);
      const id = await findSpace(database(), space);
      if (id === null) return [];
      const found = { id, dimensions: space.embedder.dimensions };
      return queryNearest(database(), found, await indexes.find(database(), found), query);
    },
    async fetch(space, productIds) {
      const spaceId = await findSpace(database(), space);
      const rows = await database().$queryRaw<{ id: string; productId: string; vector: string }[]>`
        SELECT "id", "productId", "vector"::text AS vector FROM "ProductVector"
        WHERE "spaceId" = ${spaceId}::int AND "productId" = ANY(${[...productIds]}::text[])`;
      return rows.map((row) => ({ ...row, vector: fromLiteral(row.vector) }));
    },
    async listIds(space, { cursor = "", limit }) {
      const spaceId = await findSpace(database(), space);
      const ids = await database().$queryRaw<{ id: string; productId: string }[]>`
        SELECT "id", "productId" FROM "ProductVector"
        WHERE "spaceId" = ${spaceId}::int AND "id" > ${cursor} ORDER BY "id" LIMIT ${limit}::int`;
      return { ids, cursor: ids.length < limit ? null : (ids.at(-1)?.id ?? null) };
    },
    listSpaces: (namespace) => listSpaces(database(), namespace),
    async dropSpace(space) {
      requireSpace(space);
      const id = await findSpace(database(), space);
      if (id === null) return;
      await indexes.drop(database(), { id, dimensions: space.embedder.dimensions });
      await database().$executeRaw`DELETE FROM "VectorSpace" WHERE "id" = ${id}::int`;
    },
    async check() {
      const [row] = await database().$queryRaw<{ version: string }[]>`
        SELECT extversion AS version FROM pg_extension WHERE extname = 'vector'`;
      if (!row) throw unavailable("The extension vector is not installed.");
    },
  };
}
