import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { NODE } from "../start/install.mjs";
import { say } from "../start/progress.mjs";
import { run } from "../start/run.mjs";
import { readCounts } from "./counts.mjs";

/** @typedef {import("./counts.mjs").Counts} Counts */
/** @typedef {{ title: string, parameters: string[], env?: Record<string, string> }} Stage */

const BIN = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  playwright: "node_modules/@playwright/test/cli.js",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};

/** Checks without a running part: they only read the files. @type {Stage[]} */
const STATIC_CHECKS = [
  { title: "types", parameters: [BIN.tsc, "--noEmit"] },
  { title: "format and lint", parameters: [BIN.biome, "check", "."] },
  { title: "import rules", parameters: ["scripts/check-imports.ts"] },
  { title: "documents", parameters: ["scripts/check-docs.ts"] },
];

/**
 * Runs a program with its output on the terminal.
 * @param {Stage} stage
 * @returns {Promise<number | null>} Exit code.
 */
async function runProgram({ parameters, env }) {
  const child = spawn(NODE, parameters, { env: { ...process.env, ...env }, stdio: "inherit" });
  return new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
}

/**
 * Prints a stage's title, and its outcome with its time.
 * @param {string} title
 * @param {() => Promise<Counts>} work
 * @returns {Promise<Counts>}
 */
export async function timed(title, work) {
  say(`\n── ${title}`);
  const startedMs = Date.now();
  const counts = await work();
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  say(`${counts.failed === 0 ? "✓" : "✗"} ${title}  ${seconds} s`);
  return counts;
}

/**
 * All static checks side by side; what they print is shown when they fail. A check is no test: it
 * counts only when it fails.
 * @returns {Promise<Counts>}
 */
export function staticChecks() {
  return timed("static checks", async () => {
    const outcomes = await Promise.all(STATIC_CHECKS.map(check));
    return { passed: 0, failed: outcomes.filter((passed) => !passed).length };
  });
}

/**
 * @param {Stage} stage
 * @returns {Promise<boolean>}
 */
async function check({ title, parameters }) {
  try {
    await run(NODE, parameters);
    say(`✓ ${title}`);
    return true;
  } catch (error) {
    say(`✗ ${title}\n${error instanceof Error ? error.message : error}`);
    return false;
  }
}

/**
 * One project of the Vitest configuration.
 * @param {string} project
 * @param {{ filters?: string[], env?: Record<string, string> }} [options]
 */
export function vitest(project, { filters = [], env } = {}) {
  return suite(`${project} tests`, (report) => ({
    parameters: [
      ...[BIN.vitest, "run", ...filters, "--project", project],
      ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    ],
    ...(env && { env }),
  }));
}

/**
 * @param {string} browser Path of a Chromium.
 * @param {{ provider?: string, filters?: string[] }} [options] The stories with a provider's double in place of the kernel.
 */
export function playwright(browser, { provider, filters = [] } = {}) {
  return suite(`browser tests${provider ? ` with ${provider}` : ""}`, (report) => ({
    parameters: [BIN.playwright, "test", ...filters, "--reporter=list,json"],
    env: {
      CHROME_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...(provider && { MAQUETTE_TEST_PROVIDER: provider }),
    },
  }));
}

/**
 * @param {string} title
 * @param {(report: string) => Omit<Stage, "title">} program
 */
function suite(title, program) {
  return timed(title, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "maquette-report-"));
    const report = path.join(folder, "report.json");
    const exitCode = await runProgram({ title, ...program(report) });
    const counts = readCounts(report, exitCode);
    rmSync(folder, { recursive: true });
    return counts;
  });
}
