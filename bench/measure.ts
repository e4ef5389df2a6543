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
