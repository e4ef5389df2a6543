/**
 * `npm run bench`: measures everything and writes the table of docs/benchmarks.md;
 * `npm run bench -- mesh renderer` only those parts.
 */
import { rmSync } from "node:fs";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { benchExecutor } from "./executor.ts";
import type { Row } from "./measure.ts";
import { benchMesh } from "./mesh.ts";
import { benchJavaScript, benchPagesUnderLoad } from "./pages.ts";
import { benchRender } from "./render.ts";
import { benchRest } from "./rest.ts";
import { benchMemory, benchStart, DIST_FOLDER } from "./start.ts";
import { writeRows } from "./table.ts";

/** Parts that need nothing running, and parts that ask a running app; in this order. */
const ALONE: Record<string, () => Promise<Row[]>> = {
  start: benchStart,
  mesh: benchMesh,
  renderer: benchRender,
  executor: benchExecutor,
};
const RUNNING: Record<string, (app: RunningApp) => Promise<Row[]>> = {
  memory: benchMemory,
  javascript: benchJavaScript,
  rest: benchRest,
  pages: benchPagesUnderLoad,
};

const asked = process.argv.slice(2);
const known = [...Object.keys(ALONE), ...Object.keys(RUNNING)];
const unknown = asked.find((part) => !known.includes(part));
if (unknown) {
  console.error(`There is no part "${unknown}". There are: ${known.join(", ")}.`);
  process.exit(2);
}
const isAsked = ([name]: [string, unknown]) => asked.length === 0 || asked.includes(name);

async function measure(title: string, work: () => Promise<Row[]>): Promise<void> {
  console.log(`── ${title}`);
  const rows = await work();
  for (const { what, median, runs } of rows) console.log(`${what}: ${median} (${runs} runs)`);
  writeRows(rows);
}

async function measureRunning(parts: [string, (app: RunningApp) => Promise<Row[]>][]) {
  const home = newHome();
  const app = await startApp({ home, env: { NEXT_DIST_DIR: DIST_FOLDER } });
  try {
    for (const [title, work] of parts) await measure(title, () => work(app));
  } finally {
    await app.stop();
    removeHome(home);
  }
}

for (const [title, work] of Object.entries(ALONE).filter(isAsked)) await measure(title, work);
const running = Object.entries(RUNNING).filter(isAsked);
if (running.length > 0) await measureRunning(running);
rmSync(DIST_FOLDER, { recursive: true, force: true });
process.exit(0);
