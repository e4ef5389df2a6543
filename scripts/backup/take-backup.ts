import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Env } from "../../lib/env.ts";
import { dumpDatabase } from "./dump-database.ts";
import { copyFilesOut } from "./files.ts";
import { type Manifest, writeManifest } from "./manifest.ts";

/**
 * Writes database, files and secrets to a new folder, readable by this user alone. The database goes first, as of one
 * moment: files that come while the others are copied are more than it names, never less.
 */
export async function takeBackup(
  env: Env,
  { databaseUrl, folder }: { databaseUrl: string; folder: string },
): Promise<Manifest> {
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { mode: 0o700 });
  const tables = path.join(folder, "database");
  await mkdir(tables);
  const dumped = await dumpDatabase(databaseUrl, tables);
  const store = await copyFilesOut(env, folder);
  return writeManifest(folder, { createdAt: new Date().toISOString(), store, ...dumped });
}
