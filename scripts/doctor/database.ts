import { existsSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import type { Env } from "../../lib/env.ts";
import { readMigrationFiles } from "../database/migrate.ts";
import type { Examination, Finding } from "./finding.ts";

const LEAST_MAJOR = 15;

/** The database: reached, new enough, with pgvector, and with every migration. */
export const examineDatabase = ({ DATABASE_URL, MAQUETTE_HOME }: Env): Examination => ({
  part: "database",
  fix: "Look at DATABASE_URL: postgresql://user:password@host:5432/name, and that the server takes this host.",
  async look() {
    if (!DATABASE_URL) return embedded(MAQUETTE_HOME);
    const client = new pg.Client({
      connectionString: DATABASE_URL,
      connectionTimeoutMillis: 10_000,
    });
    await client.connect();
    try {
      return await lookAt(client);
    } finally {
      await client.end();
    }
  },
});

function embedded(home: string): Omit<Finding, "part"> {
  const isThere = existsSync(path.join(home, "postgres"));
  return {
    state: "ok",
    what: isThere ? "embedded, in the state folder" : "embedded; the first start makes it",
  };
}

async function lookAt(client: pg.Client): Promise<Omit<Finding, "part">> {
  const version = await ask(client, "SELECT current_setting('server_version') AS value");
  if (Number.parseInt(version ?? "", 10) < LEAST_MAJOR) {
    return { state: "wrong", what: `Postgres ${version}`, fix: "Take Postgres 15 or newer." };
  }
  const vector = await ask(
    client,
    "SELECT default_version AS value FROM pg_available_extensions WHERE name = 'vector'",
  );
  if (!vector) {
    return {
      state: "wrong",
      what: `Postgres ${version} without pgvector`,
      fix: "Install pgvector for this server (Debian: postgresql-17-pgvector), then start again.",
    };
  }
  const missing = await missingMigrations(client);
  if (missing.length > 0) {
    return {
      state: "note",
      what: `Postgres ${version}, pgvector ${vector}, ${missing.length} migrations to come`,
      fix: "`npm run up` applies them; before a start by hand: `npm run db:migrate`.",
    };
  }
  return { state: "ok", what: `Postgres ${version}, pgvector ${vector}, every migration applied` };
}

async function ask(client: pg.Client, sql: string): Promise<string | undefined> {
  const { rows } = await client.query<{ value: string }>(sql);
  return rows[0]?.value;
}

async function missingMigrations(client: pg.Client): Promise<string[]> {
  const table = await ask(client, "SELECT to_regclass('_prisma_migrations')::text AS value");
  const known = readMigrationFiles().map((file) => file.path);
  if (!table) return known;
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  const applied = new Set(rows.map(({ name }) => name));
  return known.filter((name) => !applied.has(name));
}
