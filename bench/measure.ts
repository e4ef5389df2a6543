import { cpus } from "node:os";
import { setTimeout as delay } from "node:timers/promises";

/** One line of the table. */
export interface Row {
  what: string;
  runs: number;
  /** Median of the runs, formatted with its unit. */
  median: string;
  /** The number to reach, as DESIGN states it. */
  goal?: string;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The value below which 95 % of the runs lie. */
export function p95(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

/** Times of `runs` calls one after another, ms. */
export async function timesMs(runs: number, call: (run: number) => Promise<unknown> | unknown) {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedMs = performance.now();
    await call(run);
    times.push(performance.now() - startedMs);
  }
  return times;
}

export function formatMs(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

/** A row of times. */
export function timeRow(what: string, times: number[], goal?: string): Row {
  return { what, runs: times.length, median: formatMs(median(times)), ...(goal && { goal }) };
}

const QUIET_SHARE = 0.1;
const QUIET_SECONDS = 3;
const MOST_SECONDS = 120;

/** Waits until the machine has been idle for three seconds: a first start still indexes its examples. Throws after 2 min. */
export async function untilQuiet(): Promise<void> {
  let quietSeconds = 0;
  for (let second = 0; second < MOST_SECONDS; second += 1) {
    const before = cpuTimes();
    await delay(1_000);
    const after = cpuTimes();
    const isQuiet = (after.busy - before.busy) / (after.all - before.all) < QUIET_SHARE;
    quietSeconds = isQuiet ? quietSeconds + 1 : 0;
    if (quietSeconds === QUIET_SECONDS) return;
  }
  throw new Error("The machine does not come to rest: nothing can be measured on it.");
}

function cpuTimes(): { busy: number; all: number } {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, cpu) => sum + cpu.idle, 0);
  const all = times.reduce(
    (sum, { user, nice, sys, irq, idle }) => sum + user + nice + sys + irq + idle,
    0,
  );
  return { busy: all - idle, all };
}
