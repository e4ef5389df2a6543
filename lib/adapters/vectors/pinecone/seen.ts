import { setTimeout as wait } from "node:timers/promises";

export interface SeenOptions {
  /** How long a write is waited for. Default 10,000. */
  mostMs?: number;
  /** Between two looks. Default 250. */
  everyMs?: number;
}

/**
 * Waits until a write is seen: the service takes it at once and shows it a moment later. One that is not seen in time
 * is left to come: it is taken, and the re-sync finds what is missing.
 */
export async function untilSeen(
  look: () => Promise<boolean>,
  { mostMs = 10_000, everyMs = 250 }: SeenOptions = {},
): Promise<void> {
  const until = Date.now() + mostMs;
  while (!(await look()) && Date.now() < until) await wait(everyMs);
}
