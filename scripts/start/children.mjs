import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { NODE } from "./install.mjs";

const TAIL_LINES = 20;

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {import("node:child_process").ChildProcess} process
 * @property {Promise<number | null>} ended Its exit code; null after a signal.
 * @property {string} logFile
 */

/**
 * Starts a long-running Node program with a channel to this process: it stops at the message
 * "stop", and must end by itself when the channel breaks. Its output goes to a log file, and to the terminal too when asked.
 * @param {string} name
 * @param {string[]} parameters
 * @param {{ env?: Record<string, string | undefined>, logFolder: string, show: boolean }} options
 * @returns {Child}
 */
export function startChild(name, parameters, options) {
  const logFile = path.join(options.logFolder, `${name}.log`);
  if (existsSync(logFile))
    renameSync(logFile, path.join(options.logFolder, `${name}.previous.log`));
  const log = openSync(logFile, "a", 0o600);
  const output = options.show ? "pipe" : log;
  const child = spawn(NODE, parameters, {
    env: { ...process.env, ...options.env },
    stdio: ["ignore", output, output, "ipc"],
  });
  closeSync(log);
  if (options.show) {
    child.stdout?.pipe(process.stdout);
    child.stderr?.pipe(process.stderr);
  }
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(1)).once("exit", (code) => resolve(code));
  });
  return { name, process: child, ended, logFile };
}

/**
 * Asks a child to stop and waits; one that does not is killed.
 * @param {Child} child
 * @param {number} graceMs
 */
export async function stopChild(child, graceMs) {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return;
  const kill = setTimeout(() => child.process.kill("SIGKILL"), graceMs);
  if (child.process.connected) child.process.send("stop");
  else child.process.kill("SIGTERM");
  await child.ended;
  clearTimeout(kill);
}

/**
 * An Error that says a child ended, with the end of what it printed.
 * @param {Child} child
 * @param {string} what
 */
export function endedError(child, what) {
  const lines = existsSync(child.logFile) ? readFileSync(child.logFile, "utf8").trimEnd() : "";
  const tail = lines.split("\n").slice(-TAIL_LINES).join("\n");
  return new Error(`${what}\n${tail && `${tail}\n`}The whole log: ${child.logFile}`);
}
