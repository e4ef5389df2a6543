import { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "../../../db.ts";

/** A space with fewer vectors needs no index: comparing all takes a few milliseconds. */
const INDEX_FROM = 4000;
/** Memory in which a graph is built: it takes many times as long where it does not fit. */
const BUILD_MEMORY = "384MB";
const BUILD_TIMEOUT_MS = 30 * 60_000;
/** Written rows after which the planner's statistics are renewed: the embedded database does not do so itself. */
const ANALYSE_EVERY = 10_000;

/** Neighbours of each vector in the graph, and candidates looked at while it is built: pgvector's defaults. */
const GRAPH = Prisma.sql`m = 16, ef_construction = 64`;

export interface Space {
  id: number;
  dimensions: number;
}

const indexName = ({ id }: Space) => Prisma.raw(`"ProductVector_space_${id}_idx"`);

/** pgvector indexes up to 2000 numbers of 32 bits; of longer vectors it indexes half the bits. */
const sortOf = ({ dimensions }: Space) => (dimensions <= 2000 ? "vector" : "halfvec");

/** The type in which a space's index keeps its vectors. */
export const indexedType = (space: Space) => Prisma.raw(`${sortOf(space)}(${space.dimensions})`);

/** What a space's index sorts: the column has no fixed dimensions, an index needs them. */
export const indexedVector = (space: Space) => Prisma.sql`("vector"::${indexedType(space)})`;

/** Counts what is written, makes a space's HNSW index once it is large enough, and keeps statistics fresh. */
export class NearestIndexes {
  readonly #indexed = new Set<number>();
  readonly #from: number;
  #written = 0;

  constructor(from = INDEX_FROM) {
    this.#from = from;
  }

  /** Whether the space has an index; asks the database the first time. */
  async find(db: Db, space: Space): Promise<boolean> {
    if (this.#indexed.has(space.id)) return true;
    const [row] = await db.$queryRaw<{ found: boolean }[]>`
      SELECT to_regclass(${indexName(space).sql}) IS NOT NULL AS found`;
    if (row?.found) this.#indexed.add(space.id);
    return row?.found ?? false;
  }

  /** After rows were written. The first index of a space takes seconds; from then on it grows with each row. */
  async follow(db: Db, space: Space, rows: number): Promise<void> {
    this.#written += rows;
    const hasIndex = await this.find(db, space);
    if (!hasIndex && (await this.#isLarge(db, space))) {
      await this.#create(db, space);
      this.#written = ANALYSE_EVERY;
    }
    if (this.#written < ANALYSE_EVERY) return;
    this.#written = 0;
    await db.$executeRaw`ANALYZE "ProductVector"`;
  }

  async drop(db: Db, space: Space): Promise<void> {
    this.#indexed.delete(space.id);
    await db.$executeRaw`DROP INDEX IF EXISTS ${indexName(space)}`;
  }

  async #isLarge(db: Db, { id }: Space): Promise<boolean> {
    const [row] = await db.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) AS count FROM
        (SELECT 1 FROM "ProductVector" WHERE "spaceId" = ${id}::int LIMIT ${this.#from}::int) first`;
    return Number(row?.count ?? 0) >= this.#from;
  }

  async #create(db: Db, space: Space): Promise<void> {
    await db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT set_config('maintenance_work_mem', ${BUILD_MEMORY}, true)`;
        await tx.$executeRaw`
          CREATE INDEX IF NOT EXISTS ${indexName(space)} ON "ProductVector"
          USING hnsw (${indexedVector(space)} ${Prisma.raw(`${sortOf(space)}_ip_ops`)}) WITH (${GRAPH})
          WHERE "spaceId" = ${Prisma.raw(String(space.id))}`;
      },
      { timeout: BUILD_TIMEOUT_MS },
    );
    this.#indexed.add(space.id);
  }
}
