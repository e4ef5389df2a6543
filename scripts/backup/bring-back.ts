import path from "node:path";
import type { Env } from "../../lib/env.ts";
import { copyFilesIn, requireStoreLike } from "./files.ts";
import { loadDatabase } from "./load-database.ts";
import { type Manifest, readManifest } from "./manifest.ts";

/** Brings a backup back into an empty database, with its files and secrets. It is checked as a whole before anything is written. */
export async function bringBack(
  env: Env,
  { databaseUrl, folder }: { databaseUrl: string; folder: string },
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  requireStoreLike(env, manifest.store);
  await loadDatabase(databaseUrl, path.join(folder, "database"), manifest);
  await copyFilesIn(env, folder);
  return manifest;
}
