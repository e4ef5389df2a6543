import type { Db } from "../../db.ts";
import { createPgVectors } from "./pgvector/pgvector.ts";
import type { Vectors } from "./port.ts";

/** Where product vectors are kept and searched: pgvector in the same database. */
export function createVectors(db: () => Db): Vectors {
  return createPgVectors(db);
}
