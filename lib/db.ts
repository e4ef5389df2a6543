import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#generated/prisma/client.ts";
import { env } from "./env.ts";

export type Db = PrismaClient;
/** What verbs take inside a transaction. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

const kept = globalThis as unknown as { maquetteDb?: PrismaClient };

/** Connects to a Postgres; the embedded one serves all connections from one backend, so the pool is small. */
export function connectDb(connectionString: string, max = 8): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max }),
    omit: { user: { passwordHash: true } },
  });
}

/** The process's database client. Throws when DATABASE_URL is not set: `npm run up` sets it. */
export function db(): PrismaClient {
  if (!kept.maquetteDb) {
    const url = env().DATABASE_URL;
    if (!url) throw new Error("DATABASE_URL is not set. Start Maquette with `npm run up`.");
    kept.maquetteDb = connectDb(url);
  }
  return kept.maquetteDb;
}
