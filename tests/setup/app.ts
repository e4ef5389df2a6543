import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Demo, readDemo } from "../../scripts/start/database.mjs";
import { NODE } from "../../scripts/start/install.mjs";
import { findHolder } from "../../scripts/start/lock.mjs";

const DIST_FOLDER = ".next-test";
const READY_WITHIN_MS = 240_000;

export interface RunningApp {
  url: string;
  /** Its state folder. */
  home: string;
  demo: Demo;
  /** The start script's process, parent of all others. */
  pid: number;
  /** Ends it in good order, as Ctrl-C does, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends the whole process group at once, as a power cut does. */
  kill(): Promise<void>;
  /** What it printed. */
  output(): string;
}

export interface StartAppOptions {
  /** State to start on; unset: a new folder. */
  home?: string;
  env?: Record<string, string>;
}

/** A new state folder; it goes with `removeHome`. */
export function newHome(): string {
  return mkdtempSync(path.join(tmpdir(), "maquette-home-"));
}

export function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true });
}

/**
 * The real thing, by the start script itself: built once for the same sources, on a free port, in
 * a process group of its own. Rejects with its output when it does not become ready.
 */
export async function startApp(options: StartAppOptions = {}): Promise<RunningApp> {
  const home = options.home ?? newHome();
  const child = spawn(NODE, ["scripts/up.mjs", "--no-install"], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      MAQUETTE_HOME: home,
      NEXT_DIST_DIR: DIST_FOLDER,
      ...options.env,
    },
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  }
  const ended = once(child, "exit").then(([code]) => code as number | null);
  const signal = async (name: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, name);
    return ended;
  };
  const url = await Promise.race([
    readyUrl(path.join(home, "lock.json"), child.pid!),
    ended.then((code) => {
      throw new Error(`The app ended with ${code} before it was ready:\n${printed.join("")}`);
    }),
  ]);
  return {
    url,
    home,
    demo: readDemo(home) as Demo,
    pid: child.pid!,
    stop: () => signal("SIGTERM"),
    kill: async () => {
      await signal("SIGKILL");
    },
    output: () => printed.join(""),
  };
}

async function readyUrl(lockFile: string, pid: number): Promise<string> {
  const untilMs = Date.now() + READY_WITHIN_MS;
  while (Date.now() < untilMs) {
    const holder = findHolder(lockFile);
    if (holder?.pid === pid && holder.ready && holder.url) return holder.url;
    await delay(50);
  }
  throw new Error(`The app was not ready after ${READY_WITHIN_MS / 1000} s.`);
}
