import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { endedError, startChild } from "./children.mjs";

const LEAVE_WITH_PARENT = path.resolve("scripts/start/leave-with-parent.mjs");
const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

/**
 * Starts the built app. What Node compiles of it is kept beside the build, which takes half of the next start away; a new
 * build clears it.
 * @param {import("./options.mjs").Options} options
 * @param {number} port
 * @param {NodeJS.ProcessEnv} env
 */
export function startApp(options, port, env) {
  const { host, distFolder, home, logs } = options;
  const next = ["node_modules/next/dist/bin/next", "start", "-H", host, "-p", String(port)];
  return startChild("app", ["--import", LEAVE_WITH_PARENT, ...next], {
    env: {
      NODE_COMPILE_CACHE: path.resolve(distFolder, "compiled"),
      // A batch's end flushes many small files at once: four threads, as is usual, make them wait for each other.
      UV_THREADPOOL_SIZE: "8",
      ...env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: distFolder,
    },
    logFolder: path.join(home, "logs"),
    show: logs,
  });
}

/**
 * Waits until every part of the app answers.
 * @param {import("./children.mjs").Child} child
 * @param {string} url
 */
export async function waitUntilReady(child, url) {
  let ended = false;
  child.ended.then(() => {
    ended = true;
  });
  const untilMs = Date.now() + READY_WITHIN_MS;
  let last = "no answer";
  while (!ended && Date.now() < untilMs) {
    last = await askReadiness(url);
    if (last === "ready") return;
    await delay(ASK_EVERY_MS);
  }
  throw endedError(
    child,
    ended ? "The app ended while starting." : `The app is not ready: ${last}`,
  );
}

/**
 * @param {string} url
 * @returns {Promise<string>} "ready", or what is missing.
 */
async function askReadiness(url) {
  try {
    const answer = await fetch(`${url}/api/v1/health/ready`, {
      signal: AbortSignal.timeout(5_000),
    });
    return answer.ok ? "ready" : `${answer.status} ${await answer.text()}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
