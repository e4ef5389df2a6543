/** `npm run db:migration -- name`: writes the SQL from the last migration's datamodel to today's. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openEmbeddedPostgres } from "./embedded-postgres.ts";
import {
  diffSchemas,
  MIGRATIONS_FOLDER,
  readSchema,
  SCHEMA_FOLDER,
  SNAPSHOT_FOLDER,
} from "./migrate.ts";

const EXTENSIONS = 'CREATE EXTENSION IF NOT EXISTS "vector";\n\n';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Usage: npm run db:migration -- name_in_snake_case");
  process.exit(2);
}

const first = !existsSync(SNAPSHOT_FOLDER);
const postgres = await openEmbeddedPostgres({ folder: null });
const sql = await diffSchemas(postgres.url, first ? [] : readSchema(SNAPSHOT_FOLDER), readSchema());
await postgres.close();

const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = path.join(MIGRATIONS_FOLDER, `${stamp}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "migration.sql"), (first ? EXTENSIONS : "") + sql);
rmSync(SNAPSHOT_FOLDER, { recursive: true, force: true });
cpSync(SCHEMA_FOLDER, SNAPSHOT_FOLDER, { recursive: true });
console.log(`Wrote ${folder}/migration.sql: read it before you commit it.`);
process.exit(0);
