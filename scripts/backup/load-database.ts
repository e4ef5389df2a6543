import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { migrateDatabase } from "../database/migrate.ts";
import { type DumpedDatabase, tableFile } from "./dump-database.ts";
import { appliedMigrations, listTables, quoted, type Table } from "./tables.ts";

const ROWS_AT_ONCE = 200;

/**
 * Puts a dump into an empty Postgres, in one transaction: first the schema it was made with, then its rows, then what
 * came to the schema since. Throws where the database holds something, or the dump is of a newer version.
 */
export async function loadDatabase(
  url: string,
  folder: string,
  dump: DumpedDatabase,
): Promise<void> {
  await requireEmpty(url);
  await migrateDatabase(url, { only: dump.migrations });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
    for (const { name, rows } of dump.tables) {
      const table = tables.get(name);
      if (!table) throw new Error(`The table ${name} is not known here.`);
      const loaded = await loadTable(client, table, folder);
      if (loaded !== rows) throw new Error(`${name} has ${loaded} rows in the file, not ${rows}.`);
    }
    await setSequences(client);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  await migrateDatabase(url);
}

async function requireEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [applied, tables] = [await appliedMigrations(client), await listTables(client)];
    if (applied.length === 0 && tables.length === 0) return;
    throw new Error("The database is not empty. Restore into a new one: nothing was changed.");
  } finally {
    await client.end();
  }
}

async function loadTable(client: pg.Client, table: Table, folder: string): Promise<number> {
  const file = createReadStream(tableFile(folder, table.name)).pipe(createGunzip());
  let held: string[] = [];
  let rows = 0;
  const insert = async () => {
    if (held.length > 0) await insertRows(client, table, held);
    rows += held.length;
    held = [];
  };
  for await (const line of createInterface({ input: file })) {
    held.push(line);
    if (held.length >= ROWS_AT_ONCE) await insert();
  }
  await insert();
  return rows;
}

/** Values go through the types' own text form, so dates, vectors and bytes come back as they were. */
async function insertRows(
  client: pg.Client,
  { name, columns }: Table,
  lines: string[],
): Promise<void> {
  const list = columns.map(quoted).join(", ");
  await client.query(
    `INSERT INTO ${quoted(name)} (${list}) OVERRIDING SYSTEM VALUE
     SELECT ${list} FROM jsonb_populate_recordset(NULL::${quoted(name)}, $1::jsonb)`,
    [`[${lines.join(",")}]`],
  );
}

/** Counters go on after the largest number that came back. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(`
    SELECT pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence,
           table_name AS table, column_name AS column
    FROM information_schema.columns
    WHERE table_schema = 'public'
      AND pg_get_serial_sequence(quote_ident(table_name), column_name) IS NOT NULL`);
  for (const { sequence, table, column } of rows) {
    await client.query(
      `SELECT setval($1, coalesce(max(${quoted(column)}), 0) + 1, false) FROM ${quoted(table)}`,
      [sequence],
    );
  }
}
