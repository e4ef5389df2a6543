#!/usr/bin/env node
/** `npm test`: sets itself up on a bare machine and runs everything. `--long`: the long forms alone. */
import process from "node:process";
import { buildApp, copyKernel, generateClient, generateFonts } from "./start/build.mjs";
import { checkNode, installPackages } from "./start/install.mjs";
import { say, step } from "./start/progress.mjs";
import { findBrowser } from "./test/browser.mjs";
import { sumCounts } from "./test/counts.mjs";
import { findSlicer } from "./test/slicer.mjs";
import { playwright, staticChecks, vitest } from "./test/stages.mjs";

/** Tests build beside the app's own build, which may be running. */
const DIST_FOLDER = ".next-test";
const long = process.argv.includes("--long");

/** @returns {Promise<string>} Path of a Chromium. */
async function setUp() {
  checkNode();
  await step("Installing packages", async (tell) => tell(await installPackages()));
  await step("Making the database client", async (tell) => tell(await generateClient()));
  await step("Drawing the fonts", async (tell) => tell(await generateFonts()));
  return step("Finding a browser", findBrowser);
}

function build() {
  return step("Building the app", async (tell) => {
    copyKernel();
    tell(await buildApp(DIST_FOLDER));
  });
}

/** Property and chaos tests at full length. */
async function runLong() {
  const slicer = await step("Finding a slicer", findSlicer);
  const env = { MAQUETTE_TEST_LONG: "1", PRUSA_SLICER_PATH: slicer };
  await build();
  return [await vitest("geometry", { env }), await vitest("chaos", { env })];
}

/** @param {string} browser */
async function runAll(browser) {
  const quick = [await staticChecks(), await vitest("unit"), await vitest("geometry")];
  await build();
  const slow = [await vitest("integration"), await playwright(browser)];
  // These stories once more, unchanged, with a provider behind the port; and what its failures look like.
  const filters = ["a-sentence", "conversation", "batches", "figurines", "provider"];
  const rented = await playwright(browser, { provider: "fal", filters });
  return [...quick, ...slow, rented, await vitest("chaos")];
}

try {
  const browser = await setUp();
  const { passed, failed } = sumCounts(long ? await runLong() : await runAll(browser));
  say(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
} catch (error) {
  say(`\n${error instanceof Error ? error.message : error}\n\n0 passed, 1 failed`);
  process.exit(1);
}
