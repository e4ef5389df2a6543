import type { Task } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { changeJob, jobIdOfTask } from "./change-job.ts";
import { recordProgress } from "./report-progress.ts";
import { type JobCtx, OPEN_STATUSES } from "./types.ts";

/**
 * Marks a task (and its job) as running and answers it; one that already runs is answered too, so that a step taken
 * up again goes on. Null when the task or its job has ended: there is nothing to do.
 */
export async function startTask(ctx: JobCtx, taskId: string): Promise<Task | null> {
  const jobId = await jobIdOfTask(ctx, taskId);
  return changeJob(ctx, jobId, async (tx, job) => {
    const now = ctx.now();
    const started = await tx.task.updateMany({
      where: { id: taskId, status: "queued", job: { status: { in: OPEN_STATUSES } } },
      data: { status: "running", startedAt: now },
    });
    if (started.count === 1) {
      const startedAt = job.startedAt ?? now;
      await tx.job.update({ where: { id: jobId }, data: { status: "running", startedAt } });
      await startParent(tx, taskId, now);
      await recordProgress(tx, jobId, { taskId, message: null });
    }
    return tx.task.findFirst({
      where: { id: taskId, status: "running", job: { status: "running" } },
    });
  });
}

async function startParent(tx: Tx, taskId: string, now: Date): Promise<void> {
  await tx.task.updateMany({
    where: { children: { some: { id: taskId } }, status: "queued" },
    data: { status: "running", startedAt: now },
  });
}
