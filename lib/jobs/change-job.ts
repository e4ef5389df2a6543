import type { Job } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { notFound } from "../shared/errors.ts";
import type { JobCtx } from "./types.ts";
import { wakeReaders } from "./wake-ups.ts";

const TIMING = { maxWait: 15_000, timeout: 15_000 };

/**
 * Runs a change of a job in one short transaction that holds the job's row from the start, so changes of one job
 * happen one after the other and readers see events in order. Wakes the readers after commit. `not_found` when gone.
 */
export async function changeJob<T>(
  ctx: JobCtx,
  jobId: string,
  change: (tx: Tx, job: Job) => Promise<T>,
): Promise<T> {
  const result = await ctx.db.$transaction(async (tx) => {
    const [job] = await tx.$queryRaw<Job[]>`
      SELECT * FROM "Job" WHERE "id" = ${jobId} FOR NO KEY UPDATE`;
    if (!job) throw notFound("job");
    return change(tx, job);
  }, TIMING);
  wakeReaders(jobId);
  return result;
}

/** The job a task belongs to; `not_found` when the task is gone. */
export async function jobIdOfTask(ctx: JobCtx, taskId: string): Promise<string> {
  const task = await ctx.db.task.findUnique({ where: { id: taskId }, select: { jobId: true } });
  if (!task) throw notFound("task");
  return task.jobId;
}
