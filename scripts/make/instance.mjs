import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { setTimeout as delay } from "node:timers/promises";
import { readDemo } from "../start/database.mjs";
import { findHolder } from "../start/lock.mjs";
import { say } from "../start/progress.mjs";

/**
 * @typedef {object} Instance
 * @property {string} url
 * @property {string} apiKey
 * @property {() => Promise<void>} leave Stops it if it was started for this call.
 */

/**
 * The instance that runs on the state folder, or one started for as long as it is needed.
 * @returns {Promise<Instance>}
 */
export async function openInstance() {
  const home = path.resolve(process.env.MAQUETTE_HOME || ".maquette");
  const running = await readyUrl(home);
  if (running) return { url: running, apiKey: apiKey(home), leave: async () => {} };
  say("Maquette is not running; starting it for this piece.");
  const child = spawn(process.execPath, ["scripts/up.mjs"], {
    env: { ...process.env, PORT: process.env.PORT || "0" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const leave = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  const url = await Promise.race([
    readyUrl(home, child.pid),
    ended.then(() => {
      throw new Error("Maquette did not start; the reason stands above.");
    }),
  ]);
  return { url: /** @type {string} */ (url), apiKey: apiKey(home), leave };
}

/**
 * Waits while an instance is starting; null when none is there and none is expected.
 * @param {string} home
 * @param {number} [expectedPid]
 */
async function readyUrl(home, expectedPid) {
  for (;;) {
    const holder = findHolder(path.join(home, "lock.json"));
    if (holder?.ready && holder.url) return holder.url;
    if (!holder && expectedPid === undefined) return null;
    await delay(100);
  }
}

/** @param {string} home */
function apiKey(home) {
  const key = process.env.MAQUETTE_API_KEY || readDemo(home)?.customer.api_key;
  if (key) return key;
  throw new Error(
    "There is no API key: a database of your own has no demo account. Sign up, make a key on your " +
      "profile page, and give it by MAQUETTE_API_KEY.",
  );
}
