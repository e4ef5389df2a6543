/**
 * `npm run bench:kernel [-- KIND …]`: median times and peak memory of each kind, a run of 19 ring sizes, and the same
 * solid by OpenSCAD; writes them into docs/benchmarks.md. With kinds named it prints theirs alone and writes nothing.
 */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { listKinds } from "#lib/kinds/registry.ts";
import { replaceSection } from "../scripts/docs/section.ts";
import { goalLines, HEAD, type Measured, rowOf } from "./kernel/kind-table.ts";
import type { KindTimes } from "./kernel/one-kind.ts";
import { bandTimes } from "./kernel/openscad.ts";
import { sizeRunTimes } from "./kernel/size-run.ts";
import { formatMs, median } from "./measure.ts";
import { machine } from "./table.ts";

const DOCUMENT = "docs/benchmarks.md";
const RUNS = Number(process.env.BENCH_RUNS ?? 3);

const run = promisify(execFile);

async function measureKind(id: string): Promise<KindTimes> {
  const file = "bench/kernel/one-kind.ts";
  const { stdout } = await run(process.execPath, [file, id, String(RUNS)], { maxBuffer: 1e7 });
  return JSON.parse(stdout) as KindTimes;
}

async function sizeRunLine(): Promise<string> {
  const { sizes, times } = await sizeRunTimes(RUNS);
  return `A run of ${sizes} ring sizes (US 4 to 13), each with wall check, STL and 3MF: ${formatMs(median(times))} (${times.length} runs; goal < 20 s).`;
}

async function bandLine(): Promise<string> {
  const { kernel, openscad, version } = await bandTimes(5);
  const own = `${formatMs(median(kernel))} (${kernel.length} runs)`;
  const what = "A band with fifteen holes, to binary STL";
  if (!openscad) return `${what}: ${own}; OpenSCAD is not installed here.`;
  const ratio = Math.round(median(openscad) / median(kernel));
  return `${what}: ${own}; ${version} takes ${formatMs(median(openscad))} (${openscad.length} runs, its start included), ${ratio} times as long.`;
}

const asked = process.argv.slice(2);
const kinds = listKinds().filter(({ id }) => asked.length === 0 || asked.includes(id));
const measured: Measured[] = [];
console.log(HEAD);
for (const { id, category } of kinds) {
  measured.push({ id, category, times: await measureKind(id) });
  console.log(rowOf(measured.at(-1)!));
}
const lines = goalLines(measured);
if (asked.length === 0) lines.push(await sizeRunLine(), await bandLine());
for (const line of lines) console.log(line);
if (asked.length === 0) {
  const day = new Date().toISOString().slice(0, 10);
  const text = `${machine()}; medians of ${RUNS} runs on ${day}, each kind in a process of its own.

${[HEAD, ...measured.map(rowOf)].join("\n")}

${lines.map((line) => `- ${line}`).join("\n")}`;
  writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, "utf8"), "kernel", text));
}
