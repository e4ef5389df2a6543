import type { Db } from "../../db.ts";
import type { Env } from "../../env.ts";
import { createPgVectors } from "./pgvector/pgvector.ts";
import { createPineconeVectors } from "./pinecone/pinecone.ts";
import type { Vectors } from "./port.ts";

type VectorsEnv = Pick<Env, "PINECONE_API_KEY" | "PINECONE_INDEX_HOST">;

/** Where product vectors are kept and searched: Pinecone with its key, else pgvector in the same database. */
export function createVectors(env: VectorsEnv, db: () => Db): Vectors {
  const { PINECONE_API_KEY: apiKey, PINECONE_INDEX_HOST: host } = env;
  if (!apiKey) return createPgVectors(db);
  if (!host) throw new Error("PINECONE_API_KEY needs PINECONE_INDEX_HOST beside it.");
  return createPineconeVectors({ apiKey, host });
}
