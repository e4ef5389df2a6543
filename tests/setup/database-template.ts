import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { servePostgres } from "../../scripts/database/embedded-postgres.ts";
import {
  diffSchemas,
  migrateDatabase,
  readMigrationFiles,
  readSchema,
  SNAPSHOT_FOLDER,
} from "../../scripts/database/migrate.ts";
import { makeTemplate } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Tar of an empty, migrated database. */
    databaseTemplate: string;
    /** With DATABASE_URL: that server, and the name of the template on it. */
    postgresServer: { url: string; template: string } | null;
  }
}

const CACHE_FOLDER = "node_modules/.cache/maquette";

/** Makes the migrated database that every integration file starts from, once per schema. */
export default async function setup(project: TestProject): Promise<void> {
  const server = process.env.DATABASE_URL;
  project.provide("postgresServer", server ? await templateOn(server) : null);
  project.provide("databaseTemplate", server ? "" : await databaseTemplate());
}

/** The suite runs on any Postgres 15+ with pgvector whose user may make databases. */
async function templateOn(url: string): Promise<{ url: string; template: string }> {
  const template = await makeTemplate(url, `maquette_template_${schemaHash()}`, async (made) => {
    await migrateDatabase(made);
    await applyUnmigrated(made);
  });
  return { url, template };
}

function schemaHash(): string {
  const parts = [...readMigrationFiles(), ...readSchema()];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** Path of a tar of the migrated, empty database; initdb takes seconds, unpacking half a second. */
async function databaseTemplate(): Promise<string> {
  const file = path.resolve(CACHE_FOLDER, `database-${schemaHash()}.tar`);
  if (existsSync(file)) return file;
  const data = await dumpMigratedDatabase();
  mkdirSync(CACHE_FOLDER, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, data);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}

async function dumpMigratedDatabase(): Promise<Uint8Array> {
  const database = await PGlite.create({ extensions: { vector } });
  const postgres = await servePostgres(database);
  try {
    await migrateDatabase(postgres.url);
    await applyUnmigrated(postgres.url);
    const dump = await database.dumpDataDir("none");
    return new Uint8Array(await dump.arrayBuffer());
  } finally {
    await postgres.close();
  }
}

/** What the datamodel has beyond the newest migration, so that tests run before one is written. */
async function applyUnmigrated(url: string): Promise<void> {
  const known = existsSync(SNAPSHOT_FOLDER) ? readSchema(SNAPSHOT_FOLDER) : [];
  const sql = await diffSchemas(url, known, readSchema());
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
