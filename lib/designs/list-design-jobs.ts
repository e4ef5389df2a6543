import type { JobStatus } from "#generated/prisma/client.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { offersToMakeHere } from "#lib/jobs/task-error.ts";

/** Durable work of a design's newest revision, as a page shows it. */
export interface DesignJob {
  jobId: string;
  kind: "draw-pictures" | "build-model";
  status: JobStatus;
  /** 0 to 1. */
  progress: number;
  /** Why it failed, in the user's words. */
  message: string | null;
  /** Failed tasks, each of which can be tried again. */
  failedTaskIds: string[];
  /** A provider has failed, and this machine could do it: an offer, never done by itself. */
  canBeMadeHere: boolean;
}

/** The newest job of each kind for a revision; jobs of designs of someone else are not found. */
export async function listDesignJobs(
  ctx: Ctx,
  input: { designId: string; revisionId: string },
): Promise<DesignJob[]> {
  const jobs = await ctx.db.job.findMany({
    where: {
      designId: input.designId,
      ...workspaceScope(ctx.actor, "read"),
      kind: { in: ["draw-pictures", "build-model"] },
      input: { path: ["revisionId"], equals: input.revisionId },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    distinct: ["kind"],
    select: {
      id: true,
      kind: true,
      status: true,
      progress: true,
      error: true,
      tasks: { where: { status: "failed" }, select: { id: true, error: true } },
    },
  });
  return jobs.map((job) => ({
    jobId: job.id,
    kind: job.kind as DesignJob["kind"],
    status: job.status,
    progress: job.progress,
    message: (job.error as { message?: string } | null)?.message ?? null,
    failedTaskIds: job.tasks.map((task) => task.id),
    canBeMadeHere: job.tasks.some(({ error }) => offersToMakeHere(error)),
  }));
}
