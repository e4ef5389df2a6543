import { type Job, Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { notFound } from "../shared/errors.ts";
import type { JobCtx } from "./types.ts";
import { wakeReaders } from "./wake-ups.ts";

const TIMING = { maxWait: 15_000, timeout: 15_000 };

type Change<T> = (tx: Tx, job: Job) => Promise<T>;

/**
 * Runs a change of a job in one short transaction that holds the job's row from the start, so changes of one job
 * happen one after the other and readers see events in order. Wakes the readers after commit. `not_found` when gone.
 */
export function changeJob<T>(ctx: JobCtx, jobId: string, change: Change<T>): Promise<T> {
  const hold = Prisma.sql`SELECT * FROM "Job" WHERE "id" = ${jobId} FOR NO KEY UPDATE`;
  return changeHeld(ctx, hold, "job", change);
}

/** The same for the job that a task belongs to; `not_found` when the task is gone. */
export function changeJobOf<T>(ctx: JobCtx, taskId: string, change: Change<T>): Promise<T> {
  const hold = Prisma.sql`
    SELECT job.* FROM "Job" job JOIN "Task" task ON task."jobId" = job."id"
    WHERE task."id" = ${taskId} FOR NO KEY UPDATE OF job`;
  return changeHeld(ctx, hold, "task", change);
}

/** The job a task belongs to; `not_found` when the task is gone. */
export async function jobIdOfTask(ctx: JobCtx, taskId: string): Promise<string> {
  const task = await ctx.db.task.findUnique({ where: { id: taskId }, select: { jobId: true } });
  if (!task) throw notFound("task");
  return task.jobId;
}

async function changeHeld<T>(
  ctx: JobCtx,
  hold: Prisma.Sql,
  what: "job" | "task",
  change: Change<T>,
): Promise<T> {
  const { jobId, result } = await ctx.db.$transaction(async (tx) => {
    const [job] = await tx.$queryRaw<Job[]>(hold);
    if (!job) throw notFound(what);
    return { jobId: job.id, result: await change(tx, job) };
  }, TIMING);
  wakeReaders(jobId);
  return result;
}
