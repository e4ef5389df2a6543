export interface Backoff {
  /** Before the first retry, ms. */
  baseMs: number;
  /** Never longer, ms. */
  maxMs: number;
}

/** Doubling waits with up to a tenth of jitter, so that what failed together does not return together. */
export function backoffMs(attempt: number, { baseMs, maxMs }: Backoff): number {
  return Math.min(maxMs, baseMs * 2 ** attempt) * (1 + Math.random() / 10);
}
