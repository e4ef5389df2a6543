/**
 * The embedded database's own process: `node serve.ts <data folder> <socket folder or "">`.
 * It sends `{ url }` when it answers, closes at the message "stop", and closes when its parent is
 * gone. Signals that reach the whole group are left to the parent, which stops the app first.
 */
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findHolder, takeLock } from "../start/lock.mjs";
import { openEmbeddedPostgres } from "./embedded-postgres.ts";

/** A server whose parent was killed needs a moment to close the same data. */
const PREDECESSOR_MS = 10_000;

/** Two servers on one folder would damage it, and the folder itself takes no lock. */
async function lockData(dataFolder: string) {
  const file = `${dataFolder}.lock`;
  const untilMs = Date.now() + PREDECESSOR_MS;
  while (findHolder(file) && Date.now() < untilMs) await delay(50);
  const taken = takeLock(file);
  if ("lock" in taken) return taken.lock;
  throw new Error(`The data in ${dataFolder} are open in process ${taken.holder.pid}.`);
}

const [dataFolder, socketFolder] = process.argv.slice(2);
if (!dataFolder || !process.send) throw new Error("Started by scripts/up.mjs only.");
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});

const lock = await lockData(path.resolve(dataFolder));
const postgres = await openEmbeddedPostgres({
  folder: dataFolder,
  ...(socketFolder && { socketFolder }),
});

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  await postgres.close();
  lock.release();
  process.exit(0);
}
process.on("message", (message) => message === "stop" && close());
process.on("disconnect", close);
if (process.connected) process.send({ url: postgres.url });
else await close();
