import { readFileSync, rmSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { childrenOf } from "#tests/setup/processes.ts";
import { type Row, timeRow } from "./measure.ts";

export const DIST_FOLDER = ".next-bench";
const FIRST_RUNS = 1;
const SECOND_RUNS = 5;
const SETTLE_MS = 10_000;

const start = (home: string) => startApp({ home, env: { NEXT_DIST_DIR: DIST_FOLDER } });

/** Start times: with nothing built and no state, and again with everything there. */
export async function benchStart(): Promise<Row[]> {
  const first: number[] = [];
  const second: number[] = [];
  let home = newHome();
  for (let run = 0; run < FIRST_RUNS; run += 1) {
    removeHome(home);
    home = newHome();
    rmSync(DIST_FOLDER, { recursive: true, force: true });
    first.push(await timeToReady(home));
  }
  for (let run = 0; run < SECOND_RUNS; run += 1) second.push(await timeToReady(home));
  removeHome(home);
  return [
    timeRow("first start, packages installed (build, database, seed)", first, "< 4 min"),
    timeRow("second start", second, "< 10 s"),
  ];
}

async function timeToReady(home: string): Promise<number> {
  const startedMs = performance.now();
  const app = await start(home);
  const tookMs = performance.now() - startedMs;
  await app.stop();
  return tookMs;
}

/** Resident memory of all its processes, shared pages counted once, after it has settled. */
export async function benchMemory(app: RunningApp): Promise<Row[]> {
  await delay(SETTLE_MS);
  const megabytes = [app.pid, ...childrenOf(app.pid)].reduce(
    (sum, pid) => sum + proportionalMb(pid),
    0,
  );
  return [
    { what: "memory at rest, all processes", runs: 1, median: `${Math.round(megabytes)} MB` },
  ];
}

function proportionalMb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
}
