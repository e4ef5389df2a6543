import type { Ctx } from "../context.ts";
import type { Db } from "../db.ts";
import { ownJob } from "./find-job.ts";
import type { JobEvent } from "./types.ts";

/** Most events one read answers; a reader asks again from the last id. */
export const EVENT_PAGE = 500;

/**
 * The job's events after an id, oldest first, at most 500. A batch's stream and a job's are the same; with `taskId`
 * only what concerns that task. `not_found` also for a job of someone else.
 */
export async function readEvents(
  ctx: Pick<Ctx, "actor" | "db">,
  jobId: string,
  afterId: number,
): Promise<JobEvent[]> {
  await ownJob(ctx, jobId, "read");
  return eventsAfter(ctx.db, { jobId, afterId });
}

/** The events as stored, for a reader whose right was checked before. */
export function eventsAfter(
  db: Db,
  query: { jobId: string; afterId: number; taskId?: string | undefined },
): Promise<JobEvent[]> {
  const { jobId, afterId, taskId } = query;
  return db.taskEvent.findMany({
    where: { jobId, id: { gt: afterId }, ...(taskId ? { taskId } : {}) },
    orderBy: { id: "asc" },
    take: EVENT_PAGE,
    select: { id: true, taskId: true, type: true, data: true, createdAt: true },
  });
}
