import { adapters } from "../adapters/index.ts";
import type { Ctx } from "../context.ts";
import { db } from "../db.ts";
import { notFound } from "../shared/errors.ts";

/** The context of a durable function that works for whoever asked for the job. `not_found` when the job is gone. */
export async function jobContext(jobId: string): Promise<Ctx> {
  const job = await db().job.findUnique({
    where: { id: jobId },
    select: { workspaceId: true, createdById: true },
  });
  if (!job) throw notFound("job");
  return contextOfJob({ jobId, userId: job.createdById, workspaceId: job.workspaceId });
}

/** The same for a job whose event names them; whether it is still there its first change finds out. */
export function contextOfJob(job: { jobId: string; userId: string; workspaceId: string }): Ctx {
  const { jobId, userId, workspaceId } = job;
  return {
    actor: { type: "job", jobId, userId, workspaceId },
    db: db(),
    now: () => new Date(),
    adapters: adapters(),
  };
}
