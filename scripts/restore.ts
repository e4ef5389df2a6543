/** `npm run restore -- folder`: brings a backup back. What the embedded state folder holds is put aside first. */
import { existsSync, renameSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseEnv } from "../lib/env.ts";
import { bringBack } from "./backup/bring-back.ts";
import { readManifest } from "./backup/manifest.ts";
import { isRunning, openDatabase } from "./backup/open-database.ts";

/** Database and files of the state folder, kept under another name until somebody deletes them. */
function putAside(home: string): string[] {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
  return ["postgres", "blobs"]
    .map((name) => path.join(home, name))
    .filter((folder) => existsSync(folder))
    .map((folder) => {
      const aside = `${folder}.before-${stamp}`;
      renameSync(folder, aside);
      return aside;
    });
}

if (existsSync(".env")) process.loadEnvFile(".env");
const env = parseEnv(process.env);
const home = path.resolve(env.MAQUETTE_HOME);
try {
  const [, , given] = process.argv;
  if (!given) throw new Error("Which backup? npm run restore -- backups/maquette-…");
  if (isRunning(home)) throw new Error("Maquette runs. Stop it first.");
  const folder = path.resolve(given);
  await readManifest(folder);
  const aside = env.DATABASE_URL ? [] : putAside(home);
  const database = await openDatabase(env);
  try {
    const { tables, createdAt } = await bringBack(env, { databaseUrl: database.url, folder });
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`Brought back ${rows} rows and the files, as of ${createdAt}. Start: npm run up`);
    for (const one of aside) console.log(`What was there before: ${one}`);
  } finally {
    await database.close();
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
