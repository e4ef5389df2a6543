import { readFileSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { afterAll, inject } from "vitest";
import { connectDb, type Db } from "#lib/db.ts";
import { servePostgres } from "../../scripts/database/embedded-postgres.ts";
import { openCopy } from "./postgres-server.ts";

export interface TestDatabase {
  db: Db;
  url: string;
  /** Empties every table. */
  clear(): Promise<void>;
}

let opened: Promise<TestDatabase> | undefined;

/**
 * The file's own real Postgres, migrated and empty, closed after its last test.
 * Call it at the top of the file: `const { db } = await testDatabase();`.
 * It also sets DATABASE_URL, so that `db()` of lib/db.ts is the same database.
 */
export function testDatabase(): Promise<TestDatabase> {
  opened ??= openTestDatabase();
  return opened;
}

async function openTestDatabase(): Promise<TestDatabase> {
  const postgres = await openPostgres();
  process.env.DATABASE_URL = postgres.url;
  const db = connectDb(postgres.url);
  // The environment may have been read before this file's database was there.
  Object.assign(globalThis, { maquetteDb: db });
  afterAll(async () => {
    await db.$disconnect();
    await postgres.close();
  });
  return { db, url: postgres.url, clear: () => clearTables(db) };
}

/** The embedded Postgres, or a database of its own on the server that DATABASE_URL names. */
async function openPostgres(): Promise<{ url: string; close(): Promise<unknown> }> {
  const server = inject("postgresServer");
  if (server) return openCopy(server.url, server.template);
  const template = new Blob([readFileSync(inject("databaseTemplate"))]);
  return servePostgres(await PGlite.create({ extensions: { vector }, loadDataDir: template }));
}

async function clearTables(db: Db): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const names = tables.map((table) => table.name).join(", ");
  await db.$executeRawUnsafe(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
}
