import { requireAdmin } from "../accounts/require-admin.ts";
import type { Ctx } from "../context.ts";
import { conflict, notFound } from "../shared/errors.ts";
import { retryTask } from "./retry-task.ts";

export interface ReplayedJob {
  jobId: string;
  tasks: number;
}

/**
 * Starts every failed task of somebody's job again, as its owner would one by one. Admins alone. Throws `not_found`,
 * `conflict` when nothing of it has failed or it was stopped.
 */
export async function replayJob(ctx: Ctx, jobId: string): Promise<ReplayedJob> {
  await requireAdmin(ctx);
  const job = await ctx.db.job.findUnique({
    where: { id: jobId },
    select: {
      workspaceId: true,
      createdById: true,
      tasks: {
        where: { status: "failed", children: { none: {} } },
        select: { id: true },
        orderBy: { position: "asc" },
      },
    },
  });
  if (!job) throw notFound("job");
  if (job.tasks.length === 0) throw conflict("Nothing of this job has failed.");
  const { workspaceId, createdById: userId } = job;
  const owner: Ctx = { ...ctx, actor: { type: "job", jobId, userId, workspaceId } };
  for (const { id } of job.tasks) await retryTask(owner, id);
  return { jobId, tasks: job.tasks.length };
}
