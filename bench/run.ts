/** `npm run bench`: measures everything and writes the table of docs/benchmarks.md. `--print` only prints it. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { replaceSection } from "../scripts/docs/section.ts";
import { benchExecutor } from "./executor.ts";
import type { Row } from "./measure.ts";
import { benchMesh } from "./mesh.ts";
import { benchJavaScript, benchPagesUnderLoad } from "./pages.ts";
import { benchRender } from "./render.ts";
import { benchRest } from "./rest.ts";
import { benchMemory, benchStart, DIST_FOLDER } from "./start.ts";

const DOCUMENT = "docs/benchmarks.md";

const rows: Row[] = [];
async function add(title: string, work: () => Promise<Row | Row[]>): Promise<void> {
  console.log(`── ${title}`);
  for (const row of [await work()].flat()) {
    rows.push(row);
    console.log(`${row.what}: ${row.median} (${row.runs} runs)`);
  }
}

async function addRunning(app: RunningApp): Promise<void> {
  await add("memory", () => benchMemory(app));
  await add("first-load JavaScript", () => benchJavaScript(app));
  await add("REST", () => benchRest(app));
  await add("pages under load", () => benchPagesUnderLoad(app));
}

function table(): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const lines = rows.map(
    ({ what, runs, median, goal }) => `| ${what} | ${median} | ${goal ?? ""} | ${runs} |`,
  );
  const head = ["| what | median | goal | runs |", "| --- | ---: | ---: | ---: |"];
  return [`${machine}, ${new Date().toISOString().slice(0, 10)}`, "", ...head, ...lines].join("\n");
}

await add("start", benchStart);
await add("kernel", benchMesh);
await add("renderer", benchRender);
await add("executor", benchExecutor);
const home = newHome();
const app = await startApp({ home, env: { NEXT_DIST_DIR: DIST_FOLDER } });
try {
  await addRunning(app);
} finally {
  await app.stop();
  removeHome(home);
  rmSync(DIST_FOLDER, { recursive: true, force: true });
}
console.log(`\n${table()}`);
if (!process.argv.includes("--print")) {
  writeFileSync(DOCUMENT, replaceSection(readFileSync(DOCUMENT, "utf8"), "benchmarks", table()));
}
