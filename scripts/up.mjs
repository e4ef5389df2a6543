#!/usr/bin/env node
/** `npm run up`: from a fresh clone to a running Maquette. Plain JavaScript: it runs before anything is installed. */
import process from "node:process";
import { HELP, readOptions } from "./start/options.mjs";
import { say } from "./start/progress.mjs";
import { announce, startSession } from "./start/session.mjs";

/** @type {(() => Promise<void>)[]} */
const undo = [];
/** @type {Promise<void> | undefined} */
let ending;

/** Undoes everything that was begun, newest first, then exits. @param {number} code */
function end(code) {
  ending ??= (async () => {
    for (let stop = undo.pop(); stop; stop = undo.pop()) await stop();
    process.exit(code);
  })();
  return ending;
}

/** @param {string} signal */
function stopOn(signal) {
  process.on(signal, () => {
    if (!ending) say("\nStopping …");
    void end(0);
  });
}

async function main() {
  const flags = process.argv.slice(2);
  if (flags.includes("--help") || flags.includes("-h")) return say(HELP);
  const options = readOptions(flags);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) stopOn(signal);
  const session = await startSession(options, (stop) => undo.push(stop));
  announce(session, options.home);
  const ended = await session.broken;
  if (!ending) throw new Error(`${ended} ended by itself. Its log: ${options.home}/logs`);
}

main().catch((error) => {
  if (!ending) process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
  void end(1);
});
