import { Prisma, type Task } from "#generated/prisma/client.ts";
import { histogram, WORK_BUCKETS_SECONDS } from "../metrics.ts";
import { changeJobOf } from "./change-job.ts";
import { recordProgress } from "./report-progress.ts";
import { settleJob } from "./settle-job.ts";
import type { Standing } from "./standing.ts";
import { type JobCtx, OPEN_STATUSES, type TaskError } from "./types.ts";

const durations = histogram(
  "task_duration_seconds",
  "Time from the start of a task to its end.",
  ["kind", "outcome"],
  WORK_BUCKETS_SECONDS,
);

/** Marks a task as done with its result; the job ends with its last task. False when it had ended before. */
export function succeedTask(ctx: JobCtx, taskId: string, result?: unknown): Promise<boolean> {
  return endTask(ctx, taskId, { status: "succeeded", result: result ?? null });
}

/** Marks a task as failed with what the user reads; the job ends with its last task. False when it had ended before. */
export function failTask(ctx: JobCtx, taskId: string, error: TaskError): Promise<boolean> {
  return endTask(ctx, taskId, { status: "failed", error });
}

type Ending = { status: "succeeded"; result: unknown } | { status: "failed"; error: TaskError };

async function endTask(ctx: JobCtx, taskId: string, ending: Ending): Promise<boolean> {
  return changeJobOf(ctx, taskId, async (tx, job) => {
    const [task] = await tx.task.updateManyAndReturn({
      where: { id: taskId, status: { in: OPEN_STATUSES } },
      data: endedColumns(ending, ctx.now()),
    });
    if (!task) return false;
    record(job.kind, task);
    const note = { taskId, taskProgress: 1, message: null };
    const standing = await recordProgress(tx, job, note, (now) => [endingEvent(task, now)]);
    await settleJob(tx, job.id, standing, ctx.now());
    return true;
  });
}

function record(kind: string, { startedAt, finishedAt, status }: Task): void {
  if (!startedAt || !finishedAt) return;
  durations((finishedAt.getTime() - startedAt.getTime()) / 1000, { kind, outcome: status });
}

function endedColumns(ending: Ending, finishedAt: Date): Prisma.TaskUpdateManyMutationInput {
  if (ending.status === "failed") {
    const error = ending.error as unknown as Prisma.InputJsonObject;
    return { status: "failed", error, message: ending.error.message, finishedAt };
  }
  const result = ending.result === null ? Prisma.DbNull : (ending.result as Prisma.InputJsonValue);
  return { status: "succeeded", result, error: Prisma.DbNull, progress: 1, finishedAt };
}

function endingEvent(task: Task, standing: Standing) {
  const counts = { successful: standing.successful, failed: standing.failed };
  const data = { task_id: task.id, job_id: task.jobId, name: task.name, ...counts };
  if (task.status === "failed") {
    return { taskId: task.id, type: "task_failed", data: { ...data, error: task.error } };
  }
  return { taskId: task.id, type: "task_completed", data };
}
