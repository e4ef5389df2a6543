import type { Prisma } from "#generated/prisma/client.ts";
import { changeJob } from "./change-job.ts";
import { recordProgress } from "./report-progress.ts";
import { settleJob } from "./settle-job.ts";
import { type JobCtx, OPEN_STATUSES, type TaskError } from "./types.ts";

/** Fails whatever of a job is still open, and so ends it. Answers how many tasks that were; `not_found` when gone. */
export function failJob(ctx: JobCtx, jobId: string, error: TaskError): Promise<number> {
  return changeJob(ctx, jobId, async (tx, job) => {
    const open = await tx.task.findMany({
      where: { jobId, status: { in: OPEN_STATUSES }, children: { none: {} } },
      select: { id: true, name: true },
    });
    if (open.length === 0) return 0;
    const finishedAt = ctx.now();
    await tx.task.updateMany({
      where: { id: { in: open.map((task) => task.id) } },
      data: {
        status: "failed",
        error: error as unknown as Prisma.InputJsonObject,
        message: error.message,
        finishedAt,
      },
    });
    const note = { taskId: null, message: error.message };
    const standing = await recordProgress(tx, job, note, ({ successful, failed }) =>
      open.map(({ id: taskId, name }) => {
        const data = { task_id: taskId, job_id: jobId, name, successful, failed, error };
        return { taskId, type: "task_failed", data };
      }),
    );
    await settleJob(tx, jobId, standing, finishedAt);
    return open.length;
  });
}
