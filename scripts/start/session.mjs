import { mkdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { claimPort, localUrl } from "./address.mjs";
import { startApp, waitUntilReady } from "./app.mjs";
import { buildApp, copyKernel, generateClient, generateFonts } from "./build.mjs";
import { stopChild } from "./children.mjs";
import { demoFile, prepareDatabase, readDemo, startDatabase } from "./database.mjs";
import { checkNode, installPackages } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { say, step } from "./progress.mjs";
import { keepSecrets, openHome, writePrivateJson } from "./state.mjs";

/** The app may end its steps and answers; the database must write out its data. */
const APP_GRACE_MS = 8_000;
const DATABASE_GRACE_MS = 10_000;

/**
 * One run of Maquette, from the lock to the last child's end.
 * @typedef {object} Session
 * @property {string} url
 * @property {Promise<string>} broken What ended by itself; never settles otherwise.
 */

/**
 * @param {import("./options.mjs").Options} options
 * @param {(stop: () => Promise<void>) => void} onUndo Told how to undo what was begun so far, newest first.
 * @returns {Promise<Session>}
 */
export async function startSession(options, onUndo) {
  checkNode();
  openHome(options.home);
  const lock = lockHome(options.home);
  onUndo(async () => lock.release());
  const port = await claimPort(options.host, options.port);
  const url = localUrl(options.host, port);
  lock.update({ url });

  await prepareCode(options);
  mkdirSync(path.join(options.home, "logs"), { recursive: true });
  const database = await openDatabase(options, onUndo);
  const env = appEnvironment(options, port, url, database.url);
  const embedded = options.databaseUrl === undefined;
  await step("Bringing the database up to date", async (tell) => {
    tell(await prepareDatabase({ home: options.home, embedded, env }));
  });
  const app = await step("Starting the app", async () => {
    const child = startApp(options, port, env);
    onUndo(() => stopChild(child, APP_GRACE_MS));
    await waitUntilReady(child, url);
    return child;
  });
  const demo = readDemo(options.home);
  if (embedded && demo) writePrivateJson(demoFile(options.home), { ...demo, url });
  lock.update({ url, ready: true });
  return { url, broken: Promise.race([app.ended.then(() => "The app"), database.broken]) };
}

/** @param {string} home */
function lockHome(home) {
  const taken = takeLock(path.join(home, "lock.json"));
  if ("lock" in taken) return taken.lock;
  const { pid, url } = taken.holder;
  throw new Error(
    `Maquette already runs on ${home}${url ? `: ${url}` : ""} (process ${pid}). ` +
      "Stop it first, or give this one another folder by MAQUETTE_HOME.",
  );
}

/** @param {import("./options.mjs").Options} options */
async function prepareCode({ install, distFolder }) {
  if (install) {
    await step("Installing packages", async (tell) => tell(await installPackages()));
  }
  await step("Making the database client", async (tell) => tell(await generateClient()));
  await step("Drawing the fonts", async (tell) => tell(await generateFonts()));
  await step("Building the app", async (tell) => {
    copyKernel();
    tell(await buildApp(distFolder));
  });
}

/**
 * @param {import("./options.mjs").Options} options
 * @param {(stop: () => Promise<void>) => void} onUndo
 * @returns {Promise<{ url: string, broken: Promise<string> }>}
 */
async function openDatabase({ databaseUrl, home }, onUndo) {
  if (databaseUrl) return { url: databaseUrl, broken: new Promise(() => {}) };
  return step("Opening the embedded database", async () => {
    const { child, url } = await startDatabase(home, (started) =>
      onUndo(() => stopChild(started, DATABASE_GRACE_MS)),
    );
    return { url, broken: child.ended.then(() => "The database") };
  });
}

/**
 * @param {import("./options.mjs").Options} options
 * @param {number} port
 * @param {string} url
 * @param {string} databaseUrl
 * @returns {NodeJS.ProcessEnv}
 */
function appEnvironment({ home, host }, port, url, databaseUrl) {
  const publicUrl = process.env.MAQUETTE_URL || url;
  return {
    ...process.env,
    HOST: host,
    PORT: String(port),
    MAQUETTE_HOME: home,
    MAQUETTE_URL: publicUrl,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keepSecrets(home).NEXTAUTH_SECRET,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || publicUrl,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** @param {Session} session @param {string} home */
export function announce(session, home) {
  say(`\nMaquette runs at ${session.url}`);
  const demo = readDemo(home);
  if (!demo) return;
  say(`Demo sign-in:  ${demo.customer.email}  ${demo.customer.password}`);
  say(`More accounts and an API key: ${path.relative(process.cwd(), demoFile(home))}`);
  say("Ctrl-C stops it.");
}
