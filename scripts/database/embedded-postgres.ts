import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

export interface EmbeddedPostgres {
  /** Connection string over a Unix socket that only this user can open. */
  url: string;
  close(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the data live; null keeps them in memory. */
  folder: string | null;
  /** Folder of the socket, mode 700; unset: a temporary one. Keep it short: a socket's path has at most 107 bytes. */
  socketFolder?: string;
  maxConnections?: number;
}

/**
 * PostgreSQL in WASM with pgvector, served on a Unix socket: its TCP port would let anyone in.
 * The folder must be this process's alone; the caller holds the lock.
 */
export async function openEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  if (options.folder) await initialise(options.folder);
  const db = await PGlite.create({
    dataDir: options.folder ?? "memory://",
    extensions: { vector },
  });
  const socketFolder = options.socketFolder ?? mkdtempSync(path.join(tmpdir(), "maquette-pg-"));
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  const socketPath = path.join(socketFolder, ".s.PGSQL.5432");
  rmSync(socketPath, { force: true });
  const server = new PGLiteSocketServer({
    db,
    path: socketPath,
    maxConnections: options.maxConnections ?? 40,
  });
  await server.start();
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketFolder)}`,
    async close() {
      await server.stop();
      await db.close();
      rmSync(socketPath, { force: true });
    },
  };
}

/** Makes a new database beside its place and renames it: one killed half-way would never open again. */
async function initialise(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
  const db = await PGlite.create({ dataDir: unfinished, extensions: { vector } });
  await db.close();
  renameSync(unfinished, folder);
}
