import { spawn } from "node:child_process";
import process from "node:process";
import { stripVTControlCharacters } from "node:util";

const TAIL_LINES = 200;

/**
 * Runs a program to its end, quietly; throws an Error with the end of its output when it fails.
 * @param {string} program
 * @param {string[]} parameters
 * @param {{ env?: Record<string, string | undefined>, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>} What it printed.
 */
export async function run(program, parameters, options = {}) {
  const child = spawn(program, parameters, {
    env: { ...process.env, NO_COLOR: "1", ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killWithUs = () => child.kill("SIGKILL");
  process.once("exit", killWithUs);
  const chunks = /** @type {string[]} */ ([]);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      chunks.push(text);
      const line = text.trim().split("\n").pop();
      if (line) options.onLine?.(line);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  process.removeListener("exit", killWithUs);
  const output = chunks.join("");
  if (code === 0) return output;
  const tail = stripVTControlCharacters(output).trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
  throw new Error(`${[program, ...parameters].join(" ")} failed (${code}):\n${tail}`);
}
