import type { Db } from "#lib/db.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Events are kept for two days so that one sent again is known, ended runs for a week so that they can be looked at. */
const EVENTS_KEPT_MS = 2 * DAY_MS;
const RUNS_KEPT_MS = 7 * DAY_MS;

/** Deletes routed events and ended runs that are past their time; answers how many. */
export async function sweepExecutor(db: Db, now = new Date()): Promise<number> {
  const events = await db.executorEvent.deleteMany({
    where: {
      routedAt: { not: null },
      receivedAt: { lt: new Date(now.getTime() - EVENTS_KEPT_MS) },
    },
  });
  const runs = await db.executorRun.deleteMany({
    where: {
      status: { not: "running" },
      endedAt: { lt: new Date(now.getTime() - RUNS_KEPT_MS) },
    },
  });
  return events.count + runs.count;
}
