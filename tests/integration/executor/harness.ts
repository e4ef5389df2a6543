import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/edge";
import { afterEach } from "vitest";
import { type RunningExecutor, runExecutor } from "#inngest/embedded/executor.ts";
import type { Timing } from "#inngest/embedded/executor-state.ts";
import { embeddedFetch } from "#inngest/embedded/fetch.ts";
import type { Handler } from "#inngest/embedded/protocol.ts";
import { storeEvents } from "#lib/adapters/events/embedded.ts";
import type { Db } from "#lib/db.ts";
import { log } from "#lib/log.ts";

/** Retries come at once; leases are short enough to be waited for. */
export const QUICK: Partial<Timing> = {
  leaseMs: 600,
  pollMs: 50,
  backoff: { baseMs: 5, maxMs: 20 },
};

export const testClient = () =>
  new Inngest({ id: "test", isDev: true, fetch: embeddedFetch, logger: log });

export const handlerOf = (client: Inngest.Any, functions: InngestFunction.Like[]): Handler =>
  serve({ client, functions });

const running: RunningExecutor[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((executor) => executor.stop(1_000)));
});

/** An executor of these functions that is stopped after the test. */
export async function startTestExecutor(
  db: Db,
  client: Inngest.Any,
  functions: InngestFunction.Like[],
  timing: Partial<Timing> = {},
): Promise<RunningExecutor> {
  const handler = handlerOf(client, functions);
  const executor = await runExecutor({ db, handler, timing: { ...QUICK, ...timing } });
  running.push(executor);
  return executor;
}

let sent = 0;

/** Sends an event, under its own id when one is given. */
export async function send(
  db: Db,
  name: string,
  data: Record<string, unknown> = {},
  id?: string,
): Promise<void> {
  sent += 1;
  await storeEvents(db, [{ id: id ?? `${name} ${sent}`, name, data, ts: Date.now() }]);
}

/** Resolves with the function's next runs as they end, however they end. */
export async function endedRuns(db: Db, functionId: string, count = 1) {
  for (;;) {
    const runs = await db.executorRun.findMany({
      where: { functionId, status: { not: "running" } },
      orderBy: { createdAt: "asc" },
    });
    if (runs.length >= count) return runs;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

export async function endedRun(db: Db, functionId: string) {
  const [run] = await endedRuns(db, functionId);
  if (!run) throw new Error(`No run of ${functionId} ended.`);
  return run;
}

/** A promise to be resolved from outside: what a test waits for, or holds a step with. */
export function gate<T = void>() {
  return Promise.withResolvers<T>();
}
