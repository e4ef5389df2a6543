import type { Ctx } from "../context.ts";
import { conflict, stopped } from "../shared/errors.ts";
import { cancelJob } from "./cancel-job.ts";
import { changeJob } from "./change-job.ts";
import { ownTask } from "./find-job.ts";
import { toTaskView } from "./get-job.ts";
import { recordProgress } from "./report-progress.ts";
import { settleJob } from "./settle-job.ts";
import { toTaskError } from "./task-error.ts";
import { OPEN_STATUSES, type TaskView } from "./types.ts";

/**
 * Stops one task; the others of its job go on, and the job ends with its last one. A batch's parent task stands for all
 * of them. Answers the task; stopping twice is no error. `not_found` for a foreign task, `conflict` when it ended
 * otherwise.
 */
export async function cancelTask(ctx: Ctx, taskId: string): Promise<TaskView> {
  const { jobId } = await ownTask(ctx, taskId, "write");
  if ((await ctx.db.task.count({ where: { parentId: taskId } })) > 0) await cancelJob(ctx, jobId);
  else await cancelItem(ctx, jobId, taskId);
  return toTaskView(await ownTask(ctx, taskId, "write"));
}

async function cancelItem(ctx: Ctx, jobId: string, taskId: string): Promise<void> {
  await changeJob(ctx, jobId, async (tx, job) => {
    const finishedAt = ctx.now();
    const ended = await tx.task.updateMany({
      where: { id: taskId, status: { in: OPEN_STATUSES } },
      data: { status: "cancelled", finishedAt },
    });
    const task = await tx.task.findUniqueOrThrow({ where: { id: taskId } });
    if (ended.count === 0) {
      if (task.status === "cancelled") return;
      throw conflict("This has already ended; there is nothing to stop.");
    }
    const note = { taskId, taskProgress: 1, message: null };
    const error = toTaskError(stopped());
    const told = { task_id: taskId, job_id: jobId, name: task.name, error };
    const standing = await recordProgress(tx, job, note, ({ successful, failed }) => [
      { taskId, type: "task_failed", data: { ...told, successful, failed } },
    ]);
    await settleJob(tx, jobId, standing, finishedAt);
  });
}
