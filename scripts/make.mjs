#!/usr/bin/env node
/** `npm run make -- "a rose gold ring …"`: from words to files, without a browser. */
import path from "node:path";
import process from "node:process";
import { makeDesign, NoDesign } from "./make/ask.mjs";
import { progressBar } from "./make/bar.mjs";
import { openInstance } from "./make/instance.mjs";
import { restClient } from "./make/rest.mjs";
import { writeResults } from "./make/write-results.mjs";
import { say } from "./start/progress.mjs";

const HELP = `Makes a piece from words: pictures, GLB, STL, 3MF and its numbers.

  npm run make -- "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire"
  npm run make -- --out rings/first "…"      another folder than out/

It uses the Maquette that runs on MAQUETTE_HOME, or starts one for as long as it needs.`;

/** Nothing was made: the words were no design. */
const EXIT_NO_DESIGN = 2;

/** @param {string[]} parameters */
function readParameters(parameters) {
  const at = parameters.indexOf("--out");
  const folder = at < 0 ? "out" : parameters[at + 1];
  const words = parameters
    .filter((_, index) => at < 0 || (index !== at && index !== at + 1))
    .join(" ");
  if (!folder) throw new Error("--out needs a folder.");
  return { folder, words: words.trim() };
}

async function main() {
  const parameters = process.argv.slice(2);
  if (parameters.length === 0 || parameters.includes("--help")) return say(HELP);
  const { folder, words } = readParameters(parameters);
  const instance = await openInstance();
  const bar = progressBar();
  try {
    const rest = restClient(instance.url, instance.apiKey);
    const { design, answer } = await makeDesign(rest, words, bar.show);
    bar.show(1, "Downloading");
    const written = await writeResults(rest, design, { words, answer, folder });
    bar.end();
    say(`${answer}\n`);
    for (const file of written) say(`  ${path.relative(process.cwd(), file)}`);
  } finally {
    bar.end();
    await instance.leave();
  }
}

main().catch((error) => {
  process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof NoDesign ? EXIT_NO_DESIGN : 1;
});
