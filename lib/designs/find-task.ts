import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { requireTask } from "#lib/jobs/require-task.ts";
import { notFound } from "#lib/shared/errors.ts";
import { revisionSelect } from "./row.ts";

/** A task with its job, and the revision its input names with the design around it. Throws `not_found`. */
export async function requireRevisionTask(ctx: Ctx, jobId: string, taskId: string) {
  const task = await requireTask(ctx, jobId, taskId);
  const { revisionId } = task.input as { revisionId?: string };
  const revision = await ctx.db.revision.findFirst({
    where: { id: revisionId ?? "", design: workspaceScope(ctx.actor, "write") },
    select: {
      ...revisionSelect,
      createdById: true,
      messageId: true,
      design: { select: { id: true, kind: true, title: true, headNumber: true } },
    },
  });
  if (!revision) throw notFound("revision");
  return { task, job: task.job, revision };
}

export type RevisionTask = Awaited<ReturnType<typeof requireRevisionTask>>;
