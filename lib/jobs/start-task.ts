import type { Task } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { changeJob, jobIdOfTask } from "./change-job.ts";
import { recordProgress } from "./report-progress.ts";
import { isOpen, type JobCtx } from "./types.ts";

/**
 * Marks a task (and its job) as running and answers it; one that already runs is answered too, so that a step taken
 * up again goes on. Null when the task or its job has ended: there is nothing to do. The tasks of a job start one after
 * the other, so it asks the database as little as it can.
 */
export async function startTask(ctx: JobCtx, taskId: string): Promise<Task | null> {
  const jobId = await jobIdOfTask(ctx, taskId);
  return changeJob(ctx, jobId, async (tx, job) => {
    if (!isOpen(job.status)) return null;
    const now = ctx.now();
    const [started] = await tx.task.updateManyAndReturn({
      where: { id: taskId, status: "queued" },
      data: { status: "running", startedAt: now },
    });
    if (!started) return tx.task.findFirst({ where: { id: taskId, status: "running" } });
    if (job.status === "queued") await startParent(tx, taskId, now);
    const running = { status: "running", startedAt: job.startedAt ?? now } as const;
    await recordProgress(tx, jobId, { taskId, message: null }, running);
    return started;
  });
}

async function startParent(tx: Tx, taskId: string, now: Date): Promise<void> {
  await tx.task.updateMany({
    where: { children: { some: { id: taskId } }, status: "queued" },
    data: { status: "running", startedAt: now },
  });
}
