import type { Db } from "../../../db.ts";
import type { EmbedderId } from "../../embedder/port.ts";
import type { VectorSpace } from "../port.ts";

/** The number of a space, or null where nothing was put into it yet. */
export async function findSpace(db: Db, { namespace, embedder }: VectorSpace) {
  const { name, version, dimensions } = embedder;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "VectorSpace"
    WHERE "namespace" = ${namespace} AND "embedderName" = ${name}
      AND "embedderVersion" = ${version} AND "dimensions" = ${dimensions}::int`;
  return row?.id ?? null;
}

/** The number of a space; makes the space where it is not there. */
export async function openSpace(db: Db, space: VectorSpace): Promise<number> {
  const known = await findSpace(db, space);
  if (known !== null) return known;
  const { name, version, dimensions } = space.embedder;
  await db.$executeRaw`
    INSERT INTO "VectorSpace" ("namespace", "embedderName", "embedderVersion", "dimensions")
    VALUES (${space.namespace}, ${name}, ${version}, ${dimensions}::int)
    ON CONFLICT DO NOTHING`;
  return (await findSpace(db, space))!;
}

interface SpaceRow {
  name: string;
  version: string;
  dimensions: number;
  vectors: bigint;
}

/** The spaces of a catalogue with the number of their vectors, oldest first. */
export async function listSpaces(
  db: Db,
  namespace: string,
): Promise<{ embedder: EmbedderId; vectors: number }[]> {
  const rows = await db.$queryRaw<SpaceRow[]>`
    SELECT "embedderName" AS name, "embedderVersion" AS version, "dimensions" AS dimensions,
      (SELECT count(*) FROM "ProductVector" WHERE "spaceId" = "VectorSpace"."id") AS vectors
    FROM "VectorSpace" WHERE "namespace" = ${namespace} ORDER BY "id"`;
  return rows.map(({ vectors, ...embedder }) => ({ embedder, vectors: Number(vectors) }));
}
