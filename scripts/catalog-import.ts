/**
 * `npm run catalog:import -- FILE [--catalog main] [--format csv|jsonl|xml] [--currency EUR] [--brand NAME] [--dry-run]
 * [--replace]`: reads a feed into the database of DATABASE_URL, of the running app, or of the state folder. Every bad
 * row is printed. Vectors follow in the running app, or at its next start.
 */
import { createReadStream, existsSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { importOptions } from "#lib/catalog/create-import.ts";
import { importFromFile } from "#lib/catalog/import-from-file.ts";
import { connectDb } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { stopChild } from "./start/children.mjs";
import { startDatabase } from "./start/database.mjs";
import { findHolder } from "./start/lock.mjs";

const STOP_MS = 20_000;

interface Opened {
  url: string;
  close(): Promise<void>;
}

/** The database to write to; the embedded one is started where the app does not run. */
async function openDatabase(): Promise<Opened> {
  const stay = async () => {};
  const { DATABASE_URL: given, MAQUETTE_HOME } = env();
  if (given) return { url: given, close: stay };
  const home = path.resolve(MAQUETTE_HOME);
  const socketFolder = path.join(home, "socket");
  if (findHolder(path.join(home, "lock.json"))) {
    if (!existsSync(path.join(socketFolder, ".s.PGSQL.5432"))) {
      throw new Error("The running app uses a database of its own: set DATABASE_URL to it.");
    }
    const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`;
    return { url, close: stay };
  }
  if (!existsSync(path.join(home, "postgres"))) {
    throw new Error("There is no database yet. Start Maquette once with `npm run up`.");
  }
  const { child, url } = await startDatabase(home, () => {});
  return { url, close: () => stopChild(child, STOP_MS).then(() => undefined) };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    catalog: { type: "string" },
    format: { type: "string" },
    currency: { type: "string" },
    brand: { type: "string" },
    "dry-run": { type: "boolean" },
    replace: { type: "boolean" },
  },
});

async function main(): Promise<number> {
  const [file] = positionals;
  if (!file || !existsSync(file)) throw new Error("Usage: npm run catalog:import -- FILE");
  const { "dry-run": dryRun, ...given } = values;
  const options = importOptions.parse({ ...given, ...(dryRun && { dryRun }) });
  const database = await openDatabase();
  const db = connectDb(database.url);
  try {
    const report = await importFromFile(
      { db, now: () => new Date() },
      {
        filename: path.basename(file),
        stream: Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
        options,
        onProgress: ({ rows, bad }) => process.stderr.write(`\r${rows} rows, ${bad} skipped`),
      },
    );
    process.stderr.write("\n");
    for (const { row, sku, field, message, warning } of report.problems) {
      const place = [`row ${row}`, sku, field].filter(Boolean).join(", ");
      console.log(`${warning ? "taken  " : "skipped"} ${place}: ${message}`);
    }
    const { created, updated, unchanged, withdrawn, rowsBad } = report;
    const what = options.dryRun ? "Would be" : "Imported:";
    console.log(
      `${what} ${created} new, ${updated} changed, ${unchanged} the same, ${withdrawn} withdrawn, ${rowsBad} skipped.`,
    );
    return 0;
  } finally {
    await db.$disconnect();
    await database.close();
  }
}

try {
  process.exit(await main());
} catch (error) {
  console.error(isAppError(error) ? error.userMessage : (error as Error).message);
  process.exit(1);
}
