import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { connectDb, type Db } from "#lib/db.ts";
import { migrateDatabase } from "../../scripts/database/migrate.ts";

export interface EmbeddedDatabase {
  db: Db;
  /** Of its process. */
  pid: number;
  /** Bytes of its folder. */
  diskBytes(): number;
  close(): Promise<void>;
}

function bytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** The embedded database in a process of its own on a new folder, as the app runs it, migrated. */
export async function openEmbeddedDatabase(): Promise<EmbeddedDatabase> {
  const home = mkdtempSync(path.join(tmpdir(), "maquette-bench-db-"));
  const data = path.join(home, "postgres");
  const server = fork("scripts/database/serve.ts", [data, path.join(home, "socket")]);
  const [{ url }] = (await once(server, "message")) as [{ url: string }];
  await migrateDatabase(url);
  const db = connectDb(url);
  return {
    db,
    pid: server.pid!,
    diskBytes: () => bytesOf(data),
    async close() {
      await db.$disconnect();
      const ended = once(server, "exit");
      server.send("stop");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
