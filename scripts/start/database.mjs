import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { endedError, startChild } from "./children.mjs";
import { hashOf, unlessUnchanged } from "./content-hash.mjs";
import { NODE } from "./install.mjs";
import { run } from "./run.mjs";

/** Linux takes 107 bytes, macOS 103. */
const MAX_SOCKET_PATH_BYTES = 103;
const SOCKET_NAME = ".s.PGSQL.5432";
const SEED_SOURCES = ["prisma/migrations", "prisma/seed", "scripts/database/prepare.ts"];

/**
 * Starts the embedded Postgres in a process of its own.
 * @param {string} home
 * @param {(child: import("./children.mjs").Child) => void} onStart Told before it is ready, so that it can be stopped.
 * @returns {Promise<{ child: import("./children.mjs").Child, url: string }>}
 */
export async function startDatabase(home, onStart) {
  const socketFolder = path.join(home, "socket");
  const tooLong = Buffer.byteLength(path.join(socketFolder, SOCKET_NAME)) > MAX_SOCKET_PATH_BYTES;
  const child = startChild(
    "database",
    ["scripts/database/serve.ts", path.join(home, "postgres"), tooLong ? "" : socketFolder],
    { logFolder: path.join(home, "logs"), show: false },
  );
  onStart(child);
  const url = await new Promise((resolve) => {
    child.process.once("message", (message) =>
      resolve(/** @type {{ url: string }} */ (message).url),
    );
    child.ended.then(() => resolve(undefined));
  });
  if (!url) throw endedError(child, "The database did not start.");
  return { child, url };
}

/**
 * Brings the schema up to date and, in the embedded database, makes the demo accounts.
 * A database that was given may change behind our back, so it is looked at on every start.
 * @param {{ home: string, embedded: boolean, env: Record<string, string | undefined> }} options
 */
export function prepareDatabase({ home, embedded, env }) {
  const prepare = async () => {
    await run(NODE, ["scripts/database/prepare.ts", ...(embedded ? ["--demo", home] : [])], {
      env,
    });
  };
  if (!embedded) return prepare().then(() => /** @type {const} */ ("done"));
  const stamp = path.join(home, "postgres/maquette.stamp");
  if (!existsSync(demoFile(home))) rmSync(stamp, { force: true });
  return unlessUnchanged(stamp, hashOf(SEED_SOURCES), prepare);
}

/** @param {string} home */
export function demoFile(home) {
  return path.join(home, "demo.json");
}

/**
 * @typedef {object} DemoAccount
 * @property {string} email
 * @property {string} password
 * @property {string} [api_key]
 */

/**
 * @typedef {{ url: string } & Record<"customer" | "atelier" | "admin", DemoAccount>} Demo
 */

/**
 * The demo sign-ins of a state folder; null before its first start and with a database of one's own.
 * @param {string} home
 * @returns {Demo | null}
 */
export function readDemo(home) {
  return existsSync(demoFile(home)) ? JSON.parse(readFileSync(demoFile(home), "utf8")) : null;
}
