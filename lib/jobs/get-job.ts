import type { Task } from "#generated/prisma/client.ts";
import type { Ctx } from "../context.ts";
import { type JobWithTasks, ownJob, ownTask } from "./find-job.ts";
import { standingOf } from "./standing.ts";
import type { JobView, TaskError, TaskView } from "./types.ts";

/** A job as it is now, with every task. `not_found` also for a job of someone else. */
export async function getJob(ctx: Pick<Ctx, "actor" | "db">, jobId: string): Promise<JobView> {
  return toJobView(await ownJob(ctx, jobId, "read"));
}

/** A task as it is now. `not_found` also for a task of someone else. */
export async function getTask(ctx: Pick<Ctx, "actor" | "db">, taskId: string): Promise<TaskView> {
  return toTaskView(await ownTask(ctx, taskId, "read"));
}

export function toJobView(job: JobWithTasks): JobView {
  const parents = new Set(job.tasks.map((task) => task.parentId));
  const standing = standingOf(job.tasks.filter((task) => !parents.has(task.id)));
  return {
    jobId: job.id,
    kind: job.kind,
    status: job.status,
    progress: job.progress,
    successful: standing.successful,
    failed: standing.failed,
    total: standing.total,
    error: job.error as unknown as TaskError | null,
    tasks: job.tasks.map(toTaskView),
    createdAt: job.createdAt,
    finishedAt: job.finishedAt,
    lastEventId: job.lastEventId,
  };
}

export function toTaskView(task: Task): TaskView {
  return {
    taskId: task.id,
    jobId: task.jobId,
    parentId: task.parentId,
    name: task.name,
    status: task.status,
    progress: task.progress,
    message: task.message,
    attempt: task.attempt,
    error: task.error as unknown as TaskError | null,
    result: task.result,
  };
}
