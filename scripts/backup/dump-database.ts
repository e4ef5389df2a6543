import { createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { appliedMigrations, listTables, quoted, type Table } from "./tables.ts";

export interface DumpedDatabase {
  migrations: string[];
  /** Rows by table, in the order to put them back. */
  tables: { name: string; rows: number }[];
}

/** Rows fetched at once: memory does not grow with a table. */
const ROWS_AT_ONCE = 500;

/**
 * Writes every table of a Postgres to a gzipped file of JSON lines, all as of one moment. It needs no program of
 * Postgres and works alike on the embedded one, whose other callers wait meanwhile.
 */
export async function dumpDatabase(url: string, folder: string): Promise<DumpedDatabase> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migrations = await appliedMigrations(client);
    const tables = [];
    for (const table of await listTables(client)) {
      tables.push({ name: table.name, rows: await dumpTable(client, table, folder) });
    }
    await client.query("COMMIT");
    return { migrations, tables };
  } finally {
    await client.end();
  }
}

/** File of a table within a backup's folder of the database. */
export const tableFile = (folder: string, name: string) => path.join(folder, `${name}.jsonl.gz`);

async function dumpTable(client: pg.Client, table: Table, folder: string): Promise<number> {
  const counted = { rows: 0 };
  const lines = Readable.from(rowsOf(client, table, counted));
  const file = createWriteStream(tableFile(folder, table.name), { mode: 0o600 });
  await pipeline(lines, createGzip(), file);
  return counted.rows;
}

async function* rowsOf(
  client: pg.Client,
  { name, columns }: Table,
  counted: { rows: number },
): AsyncGenerator<string> {
  const list = columns.map(quoted).join(", ");
  await client.query(
    `DECLARE dumped NO SCROLL CURSOR FOR
     SELECT to_jsonb(one)::text AS line FROM (SELECT ${list} FROM ${quoted(name)}) one`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM dumped`);
    counted.rows += rows.length;
    for (const { line } of rows) yield `${line}\n`;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query("CLOSE dumped");
}
