import { requireAdmin } from "../accounts/require-admin.ts";
import type { Ctx } from "../context.ts";

export interface FailedJob {
  jobId: string;
  kind: string;
  /** Of the person who asked for it. */
  email: string;
  failedTasks: number;
  /** What the first failed task says. */
  message: string | null;
  finishedAt: Date | null;
}

const MOST = 100;

/** Jobs with failed tasks that have ended, newest first, of everybody. Admins alone. */
export async function listFailedJobs(ctx: Ctx): Promise<FailedJob[]> {
  await requireAdmin(ctx);
  const jobs = await ctx.db.job.findMany({
    where: {
      finishedAt: { not: null },
      status: { not: "cancelled" },
      tasks: { some: FAILED_ITEM },
    },
    orderBy: { finishedAt: "desc" },
    take: MOST,
    select: {
      id: true,
      kind: true,
      createdById: true,
      finishedAt: true,
      tasks: { where: FAILED_ITEM, select: { message: true } },
    },
  });
  const people = await ctx.db.user.findMany({
    where: { id: { in: jobs.map(({ createdById }) => createdById) } },
    select: { id: true, email: true },
  });
  const emails = new Map(people.map(({ id, email }) => [id, email]));
  return jobs.map(({ id, kind, createdById, finishedAt, tasks }) => ({
    jobId: id,
    kind,
    email: emails.get(createdById) ?? "",
    failedTasks: tasks.length,
    message: tasks[0]?.message ?? null,
    finishedAt,
  }));
}

const FAILED_ITEM = { status: "failed", children: { none: {} } } as const;
