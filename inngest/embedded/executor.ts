import { onExecutorWake } from "#lib/adapters/events/wake-executor.ts";
import type { Db } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { runClock, setClock } from "./clock.ts";
import { type Executor, TIMING, type Timing } from "./executor-state.ts";
import { lookAround } from "./look.ts";
import { newOwner, releaseDeadOwners, retireOwner } from "./owner.ts";
import { performWork } from "./perform.ts";
import type { Handler } from "./protocol.ts";
import { claimWork, releaseLeases, renewLeases, type Work } from "./queue.ts";
import { readRegistry } from "./registry.ts";
import { routeEvents } from "./route-events.ts";
import { sweepExecutor } from "./sweep.ts";

export interface ExecutorOptions {
  db: Db;
  /** The functions' `serve()` handler. */
  handler: Handler;
  timing?: Partial<Timing>;
}

export interface RunningExecutor {
  /** Looks for work now. */
  wake(): void;
  /**
   * Takes no more work, waits for what is under way for at most `graceMs`, and gives up the leases of the rest: it is
   * done again elsewhere.
   */
  stop(graceMs?: number): Promise<void>;
}

const SWEEP_MS = 60 * 60 * 1000;
const STOP_GRACE_MS = 5_000;
/** Begun at one look; the rest follows when one of them ends, or after a moment: the first of many get ahead. */
const WAVE = 5;
const NEXT_WAVE_MS = 100;

/**
 * Starts the one-machine executor: it calls the functions in process over the wire protocol of an Inngest server and
 * keeps every state in the database, so that work of a killed process is taken up again. Throws an Error when a
 * function uses an option it does not support.
 */
export async function runExecutor(options: ExecutorOptions): Promise<RunningExecutor> {
  const { db, handler } = options;
  const executor: Executor = {
    db,
    handler,
    registry: await readRegistry(handler),
    owner: newOwner(),
    timing: { ...TIMING, ...options.timing },
    inFlight: new Map(),
  };
  await releaseDeadOwners(db);
  await setClock(db, executor.registry, new Date());
  return startLoop(executor);
}

function startLoop(executor: Executor): RunningExecutor {
  const { db, owner, timing, inFlight } = executor;
  const bell = makeBell();
  let stopping = false;
  const renewal = setInterval(() => renewAll(executor), timing.leaseMs / 3);
  const sweeping = setInterval(() => quietly("old runs", sweepExecutor(db)), SWEEP_MS);
  const loop = (async () => {
    while (!stopping) await bell.rest(await pass(executor, bell.ring));
  })();
  onExecutorWake(bell.ring);
  return {
    wake: bell.ring,
    async stop(graceMs = STOP_GRACE_MS) {
      stopping = true;
      onExecutorWake(null);
      bell.ring();
      await loop;
      const all = Promise.all([...inFlight.values()].map((entry) => entry.done));
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([all, grace]);
      clearInterval(renewal);
      clearInterval(sweeping);
      await quietly("leases at the end", releaseLeases(db, owner));
      retireOwner(owner);
    },
  };
}

/** Looks around once and begins what there is to do; answers how long to rest, in ms. */
async function pass(executor: Executor, ring: () => void): Promise<number> {
  const { db, owner, timing, inFlight } = executor;
  try {
    const functions = [...executor.registry.keys()];
    const outlook = await lookAround(db, { now: new Date(), functions });
    if (outlook.events) await routeEvents(executor);
    if (outlook.ticks) await runClock(executor, new Date());
    const isQuiet = !outlook.events && !outlook.ticks && !outlook.work;
    if (isQuiet) return restMs(outlook.nextAt, timing.pollMs);
    const limit = Math.min(timing.parallel - inFlight.size, WAVE);
    const { leaseMs } = timing;
    const claimed = await claimWork(db, { owner, functions, limit, now: new Date(), leaseMs });
    for (const work of claimed) launch(executor, work, ring);
    if (claimed.length === WAVE) return NEXT_WAVE_MS;
    // What is due but waits for a free slot is looked at again when work ends.
    const isBlocked = !outlook.events && !outlook.ticks && claimed.length === 0;
    return isBlocked ? restMs(outlook.nextAt, timing.pollMs) : 0;
  } catch (error) {
    log.error({ err: error }, "executor pass failed");
    return timing.pollMs;
  }
}

const restMs = (nextAt: Date | null, pollMs: number): number =>
  Math.min(pollMs, nextAt ? Math.max(0, nextAt.getTime() - Date.now()) : pollMs);

function launch(executor: Executor, work: Work, ring: () => void): void {
  const { inFlight } = executor;
  const done = performWork(executor, work)
    .catch((error) => log.error({ err: error, runId: work.runId }, "work not done, taken up later"))
    .finally(() => {
      inFlight.delete(work.id);
      ring();
    });
  inFlight.set(work.id, { work, done });
}

function renewAll({ db, owner, timing, inFlight }: Executor): void {
  const until = new Date(Date.now() + timing.leaseMs);
  void quietly("leases", renewLeases(db, [...inFlight.keys()], owner, until));
}

async function quietly(what: string, work: Promise<unknown>): Promise<void> {
  await work.catch((error) => log.error({ err: error, what }, "executor upkeep failed"));
}

/** A rest that ends early when the bell rings; a ring while nobody rests is kept. */
function makeBell() {
  let rung = false;
  let end: (() => void) | null = null;
  return {
    ring(): void {
      rung = true;
      end?.();
    },
    async rest(ms: number): Promise<void> {
      if (!rung && ms > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      end = null;
      rung = false;
    },
  };
}
