import type { Db } from "../db.ts";
import { eventsAfter } from "./read-events.ts";
import { isOpen, type JobEvent } from "./types.ts";
import { wakeUpsOf } from "./wake-ups.ts";

/** What a reader follows: all of a job, or one task of it. */
export interface Followed {
  jobId: string;
  taskId?: string | undefined;
}

/** What is new after an event. */
export interface News {
  events: JobEvent[];
  /** Whether nothing follows any more; null where it was not asked for. */
  hasEnded: boolean | null;
}

/**
 * Whether the state has to be asked for after these events: a job under way brings an event with each wake-up and says
 * by one that it has ended or, deleted, by none. A task's end may be told by its job alone.
 */
export function mayHaveEnded({ taskId }: Followed, events: readonly JobEvent[]): boolean {
  const isLast = ({ type }: JobEvent) => type === "job_completed";
  return Boolean(taskId) || events.length === 0 || events.some(isLast);
}

const underWay = new WeakMap<Db, Map<string, Promise<News>>>();

/**
 * What is new after an event, read once for all readers that ask the same between two wake-ups: a thousand
 * listeners of a job cost one query an event. A read that began before the newest wake-up is not shared,
 * for it may have missed what that was about. `withState`: whether it has ended is asked for too.
 */
export function newsAfter(
  db: Db,
  followed: Followed,
  afterId: number,
  withState: boolean,
): Promise<News> {
  const { jobId, taskId = "" } = followed;
  const key = [jobId, taskId, afterId, wakeUpsOf(jobId), withState].join(" ");
  const reads = readsOf(db);
  const shared = reads.get(key);
  if (shared) return shared;
  const read = readNews(db, followed, afterId, withState).finally(() => reads.delete(key));
  reads.set(key, read);
  return read;
}

function readsOf(db: Db): Map<string, Promise<News>> {
  const reads = underWay.get(db) ?? new Map<string, Promise<News>>();
  underWay.set(db, reads);
  return reads;
}

async function readNews(
  db: Db,
  followed: Followed,
  afterId: number,
  withState: boolean,
): Promise<News> {
  // The state is read before the events: what has ended by then has all its events committed.
  const hasEnded = withState ? await isOver(db, followed) : null;
  return { hasEnded, events: await eventsAfter(db, { ...followed, afterId }) };
}

/** Whether the job or task has ended, or is gone. */
export async function isOver(db: Db, { jobId, taskId }: Followed): Promise<boolean> {
  const row = taskId
    ? await db.task.findUnique({ where: { id: taskId }, select: { status: true } })
    : await db.job.findUnique({ where: { id: jobId }, select: { status: true } });
  return !row || !isOpen(row.status);
}
