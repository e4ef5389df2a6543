import { db } from "../db.ts";
import { log } from "../log.ts";
import { listenedJobs, wakeReaders } from "./wake-ups.ts";

const POLL_MS = 1_000;

interface Poller {
  timer: NodeJS.Timeout | null;
  /** Newest event seen of each listened job. */
  seen: Map<string, number>;
}

const kept = globalThis as unknown as { maquetteJobPoller?: Poller };

/**
 * Keeps one loop a process running while anybody listens to a job: it finds what other processes wrote, with one
 * query for all of them.
 */
export function pollListenedJobs(): void {
  kept.maquetteJobPoller ??= { timer: null, seen: new Map() };
  const poller = kept.maquetteJobPoller;
  poller.timer ??= setTimeout(() => void pollOnce(poller), POLL_MS).unref();
}

async function pollOnce(poller: Poller): Promise<void> {
  const ids = listenedJobs();
  try {
    if (ids.length > 0) await wakeChanged(poller, ids);
  } catch (error) {
    log.warn({ err: error }, "jobs not polled");
  }
  poller.timer = null;
  if (listenedJobs().length > 0) pollListenedJobs();
  else poller.seen.clear();
}

async function wakeChanged(poller: Poller, ids: string[]): Promise<void> {
  const rows = await db().job.findMany({
    where: { id: { in: ids } },
    select: { id: true, lastEventId: true },
  });
  const gone = ids.filter((id) => !rows.some((row) => row.id === id));
  for (const id of gone) wakeReaders(id);
  for (const row of rows) {
    if (poller.seen.get(row.id) === row.lastEventId) continue;
    poller.seen.set(row.id, row.lastEventId);
    wakeReaders(row.id);
  }
}
