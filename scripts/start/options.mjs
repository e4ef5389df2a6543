import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";

export const HELP = `Maquette: see an idea, get an exact model of it.

  npm run up               install, build, start the database and the app
  npm run up -- --logs     also print the app's log lines
  npm run up -- --help     this text

Environment (also read from a file named .env):
  HOST            address to listen on, default 127.0.0.1
  PORT            port to listen on, default 3000; 0 takes any free one
  MAQUETTE_HOME   state folder, default .maquette
  DATABASE_URL    a Postgres 15+ with pgvector; unset: the embedded one

Every other variable: docs/configuration.md. Ctrl-C stops everything.`;

/**
 * @typedef {object} Options
 * @property {string} host
 * @property {number} port 0 takes any free port.
 * @property {string} home Absolute path of the state folder.
 * @property {string} distFolder Where the build lies, relative to the project.
 * @property {string | undefined} databaseUrl Unset: the embedded database.
 * @property {boolean} logs Print the app's log lines too.
 * @property {boolean} install Compare and install packages first.
 */

/**
 * Reads the command line and the environment; variables win over the file `.env`.
 * @param {string[]} flags
 * @returns {Options}
 */
export function readOptions(flags) {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const unknown = flags.find((flag) => !["--logs", "--no-install"].includes(flag));
  if (unknown) throw new Error(`Unknown option ${unknown}. Try: npm run up -- --help`);
  const { HOST, PORT, MAQUETTE_HOME, NEXT_DIST_DIR, DATABASE_URL } = process.env;
  return {
    host: HOST || "127.0.0.1",
    port: readPort(PORT || "3000"),
    home: path.resolve(MAQUETTE_HOME || ".maquette"),
    distFolder: NEXT_DIST_DIR || ".next",
    databaseUrl: DATABASE_URL || undefined,
    logs: flags.includes("--logs"),
    install: !flags.includes("--no-install"),
  };
}

/** @param {string} text */
function readPort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`PORT is "${text}"; it takes a whole number from 0 to 65535.`);
}
