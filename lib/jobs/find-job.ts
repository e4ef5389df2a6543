import type { Job, Task } from "#generated/prisma/client.ts";
import { type Access, workspaceScope } from "../accounts/scope.ts";
import type { Ctx } from "../context.ts";
import { notFound } from "../shared/errors.ts";

type ReadCtx = Pick<Ctx, "actor" | "db">;
export type JobWithTasks = Job & { tasks: Task[] };

/** A job of the actor's with its tasks in order; `not_found` for a foreign one. */
export async function ownJob(ctx: ReadCtx, jobId: string, access: Access): Promise<JobWithTasks> {
  const job = await ctx.db.job.findFirst({
    where: { id: jobId, ...workspaceScope(ctx.actor, access) },
    include: { tasks: { orderBy: [{ position: "asc" }, { id: "asc" }] } },
  });
  if (!job) throw notFound("job");
  return job;
}

/** A task of the actor's; `not_found` for a foreign one. */
export async function ownTask(ctx: ReadCtx, taskId: string, access: Access): Promise<Task> {
  const task = await ctx.db.task.findFirst({
    where: { id: taskId, job: workspaceScope(ctx.actor, access) },
  });
  if (!task) throw notFound("task");
  return task;
}
