import type { JobStatus } from "#generated/prisma/client.ts";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { offersToMakeHere } from "#lib/jobs/task-error.ts";

/** The newest work on concepts of a design, as a page shows it. */
export interface ConceptJob {
  jobId: string;
  status: JobStatus;
  /** 0 to 1. */
  progress: number;
  /** Why some of it failed, in the user's words. */
  message: string | null;
  failedTaskIds: string[];
  /** A provider has failed, and this machine could draw it: an offer, never done by itself. */
  canBeMadeHere: boolean;
}

/** The newest job of concepts of a design, or null; a foreign design has none. */
export async function findConceptJob(
  ctx: Ctx,
  { designId }: { designId: string },
): Promise<ConceptJob | null> {
  const job = await ctx.db.job.findFirst({
    where: { designId, ...workspaceScope(ctx.actor, "read"), kind: "make-concepts" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      ...{ id: true, status: true, progress: true },
      tasks: { where: { status: "failed" }, select: { id: true, error: true } },
    },
  });
  if (!job) return null;
  const failure = job.tasks[0]?.error as { message?: string } | null | undefined;
  return {
    jobId: job.id,
    status: job.status,
    progress: job.progress,
    message: failure?.message ?? null,
    failedTaskIds: job.tasks.map(({ id }) => id),
    canBeMadeHere: job.tasks.some(({ error }) => offersToMakeHere(error)),
  };
}
