import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { listenOnSocket } from "./socket-server.ts";

export interface EmbeddedPostgres {
  /** Connection string over a Unix socket that only this user can open. */
  url: string;
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the data live; null keeps them in memory. */
  folder: string | null;
  /** Folder of the socket, made with mode 700; unset: a temporary one. */
  socketFolder?: string;
}

const SOCKET_NAME = ".s.PGSQL.5432";
const MAX_CONNECTIONS = 40;

/**
 * PostgreSQL in WASM with pgvector, served on a Unix socket: its TCP port would let anyone in.
 * The folder must be this process's alone; the caller holds the lock.
 */
export async function openEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  if (options.folder) await initialise(options.folder);
  const database = await PGlite.create({
    dataDir: options.folder ?? "memory://",
    extensions: { vector },
  });
  return servePostgres(database, options.socketFolder);
}

/** Serves an open database on a socket; closing ends the server and the database. */
export async function servePostgres(
  database: PGlite,
  givenFolder?: string,
): Promise<EmbeddedPostgres> {
  const folder = givenFolder ?? mkdtempSync(path.join(tmpdir(), "maquette-pg-"));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const socket = path.join(folder, SOCKET_NAME);
  rmSync(socket, { force: true });
  const server = await listenOnSocket(database, socket, MAX_CONNECTIONS);
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async close() {
      await server.close();
      await database.close();
      rmSync(givenFolder ? socket : folder, { recursive: true, force: true });
    },
  };
}

/** Makes a new database beside its place and renames it: one killed half-way would never open again. */
async function initialise(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  const database = await PGlite.create({ dataDir: unfinished, extensions: { vector } });
  await database.close();
  renameSync(unfinished, folder);
}
