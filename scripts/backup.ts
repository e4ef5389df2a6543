/** `npm run backup [-- folder]`: database, files and secrets into a new folder. */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseEnv } from "../lib/env.ts";
import { openDatabase } from "./backup/open-database.ts";
import { takeBackup } from "./backup/take-backup.ts";

if (existsSync(".env")) process.loadEnvFile(".env");
const env = parseEnv(process.env);
const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
const folder = path.resolve(process.argv[2] ?? path.join("backups", `maquette-${stamp}`));
try {
  const database = await openDatabase(env);
  try {
    const { tables, files, store } = await takeBackup(env, { databaseUrl: database.url, folder });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${rows} rows of ${tables.length} tables and the files of ${store}:`);
    console.log(`${folder} (${Object.keys(files).length} files)`);
    console.log("It holds secrets and personal photos' key: keep it as you keep a password.");
  } finally {
    await database.close();
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
