import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { openSchemaEngine, type SchemaFile } from "./schema-engine.ts";

export const MIGRATIONS_FOLDER = "prisma/migrations";
export const SCHEMA_FOLDER = "prisma/schema";
/** The datamodel as of the newest migration; the engine compares today's with it. */
export const SNAPSHOT_FOLDER = path.join(MIGRATIONS_FOLDER, "snapshot");

const FILTERS = { externalTables: [], externalEnums: [] };
const LOCKFILE = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };

/** The datamodel's files, by name. */
export function readSchema(folder = SCHEMA_FOLDER): SchemaFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(folder, name), "utf8") }));
}

/** Every migration in order: its name and SQL. */
export function readMigrationFiles(): SchemaFile[] {
  return readdirSync(MIGRATIONS_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{14}_/.test(entry.name))
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({
      path: name,
      content: readFileSync(path.join(MIGRATIONS_FOLDER, name, "migration.sql"), "utf8"),
    }));
}

export interface MigrateOptions {
  /** Names of the migrations to apply; by default all. */
  only?: readonly string[];
}

/**
 * Applies what is missing and returns the names; running it again changes nothing. Throws where one of `only` is not
 * known here.
 */
export async function migrateDatabase(
  connectionString: string,
  { only }: MigrateOptions = {},
): Promise<string[]> {
  const known = readMigrationFiles();
  const unknown = only?.find((name) => !known.some((file) => file.path === name));
  if (unknown) {
    throw new Error(`The migration ${unknown} is not known here: it is of a newer version.`);
  }
  const files = known.filter((file) => !only || only.includes(file.path));
  const engine = await openSchemaEngine(connectionString);
  const result = await engine.applyMigrations({
    filters: FILTERS,
    migrationsList: {
      baseDir: MIGRATIONS_FOLDER,
      lockfile: LOCKFILE,
      shadowDbInitScript: "",
      migrationDirectories: files.map((file) => ({
        path: file.path,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok" as const, value: file.content },
        },
      })),
    },
  });
  return result.appliedMigrationNames;
}

/** The SQL from one datamodel to another; an empty list stands for an empty database. */
export async function diffSchemas(
  connectionString: string,
  from: SchemaFile[],
  to: SchemaFile[],
): Promise<string> {
  const engine = await openSchemaEngine(connectionString);
  const result = await engine.diff({
    from: from.length === 0 ? { tag: "empty" } : { tag: "schemaDatamodel", files: from },
    to: { tag: "schemaDatamodel", files: to },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  return result.stdout ?? "";
}
