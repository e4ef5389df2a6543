import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";

/** What a task and its job ask for. Throws `not_found`. */
export async function requireTask(ctx: Ctx, jobId: string, taskId: string) {
  const task = await ctx.db.task.findFirst({
    where: { id: taskId, jobId, job: workspaceScope(ctx.actor, "write") },
    select: {
      input: true,
      job: { select: { workspaceId: true, createdById: true, conversationId: true, input: true } },
    },
  });
  if (!task) throw notFound("task");
  return task;
}
