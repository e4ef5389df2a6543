import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Env } from "../../lib/env.ts";
import { stopChild } from "../start/children.mjs";
import { startDatabase } from "../start/database.mjs";
import { findHolder } from "../start/lock.mjs";

const GRACE_MS = 10_000;

export interface OpenDatabase {
  url: string;
  close(): Promise<void>;
}

/** True while Maquette runs on the state folder. */
export const isRunning = (home: string) => findHolder(path.join(home, "lock.json")) !== null;

/** The database of the environment: the given one, the embedded one that runs, or that one started for as long as it is needed. */
export async function openDatabase({ DATABASE_URL, MAQUETTE_HOME }: Env): Promise<OpenDatabase> {
  if (DATABASE_URL) return { url: DATABASE_URL, close: async () => {} };
  const home = path.resolve(MAQUETTE_HOME);
  if (isRunning(home)) {
    const socket = encodeURIComponent(path.join(home, "socket"));
    return {
      url: `postgresql://postgres@localhost/postgres?host=${socket}`,
      close: async () => {},
    };
  }
  mkdirSync(path.join(home, "logs"), { recursive: true, mode: 0o700 });
  const { child, url } = await startDatabase(home, () => {});
  return { url, close: () => stopChild(child, GRACE_MS) };
}
