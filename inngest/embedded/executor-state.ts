import type { Db } from "#lib/db.ts";
import type { Backoff } from "./backoff.ts";
import type { Handler } from "./protocol.ts";
import type { Work } from "./queue.ts";
import type { Registry } from "./registry.ts";

export interface Timing {
  /** How long a lease holds without renewal. */
  leaseMs: number;
  /** How often other processes' work is looked for. */
  pollMs: number;
  backoff: Backoff;
  /** Most pieces of work at once in this process. */
  parallel: number;
}

export const TIMING: Timing = {
  leaseMs: 15_000,
  pollMs: 1_000,
  backoff: { baseMs: 1_000, maxMs: 60_000 },
  parallel: 100,
};

/** What the parts of one executor share. */
export interface Executor {
  db: Db;
  handler: Handler;
  registry: Registry;
  /** Name on its leases. */
  owner: string;
  timing: Timing;
  inFlight: Map<string, { work: Work; done: Promise<void> }>;
}
