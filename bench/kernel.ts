/**
 * `npm run bench:kernel [-- KIND …]`: median times and peak memory of each kind, a run of 19 ring sizes, and the same
 * solid by OpenSCAD; writes them into docs/benchmarks.md.
 */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind, listKinds } from "#lib/kinds/registry.ts";
import { sizeRun } from "#lib/kinds/size-run/size-run.ts";
import { sizesBetween } from "#lib/kinds/size-run/sizes-between.ts";
import { replaceSection } from "../scripts/docs/section.ts";
import type { KindTimes } from "./kernel/one-kind.ts";
import { bandTimes } from "./kernel/openscad.ts";
import { formatMs, median, timesMs } from "./measure.ts";
import { machine } from "./table.ts";

const DOCUMENT = "docs/benchmarks.md";
const RUNS = Number(process.env.BENCH_RUNS ?? 3);
const HEAD = `| kind | triangles | preview | final | measure | export | draft 768 | final 768 | peak memory |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`;

const run = promisify(execFile);

async function kindRow(id: string): Promise<string> {
  const file = "bench/kernel/one-kind.ts";
  const { stdout } = await run(process.execPath, [file, id, String(RUNS)], { maxBuffer: 1e7 });
  const times = JSON.parse(stdout) as KindTimes;
  const { preview, final, measure, draft, picture } = times;
  const cells = [preview, final, measure, times.export, draft, picture].map((one) =>
    formatMs(median(one)),
  );
  const memory = `${Math.round(times.peakMb)} MB`;
  return `| ${[id, times.triangles.toLocaleString("en"), ...cells, memory].join(" | ")} |`;
}

/** US 4 to 13 by halves: 19 rings with STL and 3MF. */
async function sizeRunLine(): Promise<string> {
  const kernel = await loadSolidKernel();
  const ring = getKind("ring");
  const sizes = sizesBetween({ system: "us", from: 4, to: 13 });
  const times = await timesMs(1, () =>
    sizeRun(ring, ring.schema.parse({}), sizes, async (spec) => {
      const piece = buildPiece(kernel, ring, spec, "final");
      return { ...piece, files: await exportPiece(piece, ["stl", "3mf"]) };
    }),
  );
  return `A run of ${sizes.length} ring sizes (US 4 to 13), each with wall check, STL and 3MF: ${formatMs(median(times))} (1 run; goal < 20 s).`;
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
const ids = listKinds()
  .map(({ id }) => id)
  .filter((id) => asked.length === 0 || asked.includes(id));
const rows: string[] = [];
for (const id of ids) {
  rows.push(await kindRow(id));
  console.log(rows.at(-1));
}
const lines = [await sizeRunLine(), await bandLine()];
for (const line of lines) console.log(line);
const day = new Date().toISOString().slice(0, 10);
const text = `${machine()}; medians of ${RUNS} runs on ${day}, each kind in a process of its own.

${[HEAD, ...rows].join("\n")}

${lines.map((line) => `- ${line}`).join("\n")}`;
writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, "utf8"), "kernel", text));
