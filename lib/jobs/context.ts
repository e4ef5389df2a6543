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
  return {
    actor: { type: "job", jobId, userId: job.createdById, workspaceId: job.workspaceId },
    db: db(),
    now: () => new Date(),
    adapters: adapters(),
  };
}
