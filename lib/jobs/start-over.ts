import process from "node:process";
import type { Task } from "#generated/prisma/client.ts";
import { changeJob } from "./change-job.ts";
import { recordProgress } from "./report-progress.ts";
import { isOpen, type JobCtx, MOST_DELIVERIES } from "./types.ts";

const processStartedMs = Date.now() - process.uptime() * 1000;

/**
 * Gives a task whose time has run out its time anew, where it was begun by a process that is no more: the hours in which
 * nobody ran are not the task's. As often as a job is started again at most, so that work which takes its process down with it
 * ends. Null where it is refused that, or has ended.
 */
export async function startOver(ctx: JobCtx, task: Task): Promise<Task | null> {
  if (!task.startedAt || task.startedAt.getTime() >= processStartedMs) return null;
  return changeJob(ctx, task.jobId, async (tx, job) => {
    if (!isOpen(job.status) || job.deliveries >= MOST_DELIVERIES) return null;
    const [taken] = await tx.task.updateManyAndReturn({
      where: { id: task.id, status: "running", startedAt: task.startedAt },
      data: { startedAt: ctx.now() },
    });
    if (!taken) return null;
    await tx.job.update({ where: { id: job.id }, data: { deliveries: { increment: 1 } } });
    await recordProgress(tx, job, { taskId: task.id, message: "Starting again" });
    return taken;
  });
}
