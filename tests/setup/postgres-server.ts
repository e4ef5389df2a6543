import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

const LOOK_MS = 50;

/** The same server, another database of it. */
function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the migrated, empty database that others are copied from, once per schema. Answers its name. */
export async function makeTemplate(
  server: string,
  name: string,
  migrate: (url: string) => Promise<void>,
): Promise<string> {
  const { rows } = await query(server, "SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (rows.length > 0) return name;
  const unfinished = `${name}_${process.pid}`;
  await onServer(server, (client) => client.query(`CREATE DATABASE "${unfinished}"`));
  await migrate(databaseUrl(server, unfinished));
  await untilUnused(server, unfinished);
  await onServer(server, (client) =>
    client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${name}"`),
  );
  return name;
}

/** A database that somebody is connected to cannot be renamed: the engine lets go of its connections after ten idle seconds. */
async function untilUnused(server: string, name: string): Promise<void> {
  const sql = "SELECT 1 FROM pg_stat_activity WHERE datname = $1";
  while ((await query(server, sql, [name])).rows.length > 0) await delay(LOOK_MS);
}

async function query(server: string, sql: string, values: unknown[]) {
  let result: pg.QueryResult = { rows: [], rowCount: 0, command: "", oid: 0, fields: [] };
  await onServer(server, async (client) => {
    result = await client.query(sql, values);
  });
  return result;
}

/** A copy of the template for one file of tests, dropped when it is closed. */
export async function openCopy(server: string, template: string) {
  const name = `maquette_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, (client) =>
    client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`),
  );
  return {
    url: databaseUrl(server, name),
    close: () =>
      onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)),
  };
}
