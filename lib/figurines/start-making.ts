import type { Tx } from "#lib/db.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import { FIGURINE_JOB, FIGURINE_REQUESTED, type StageName } from "./types.ts";

export interface Making {
  figurineId: string;
  workspaceId: string;
  createdById: string;
  stages: readonly StageName[];
  /** UUID of the request; default a new one. */
  jobId?: string | undefined;
}

/** Writes, in the caller's transaction, the job that makes the stages, and names it in the figurine. Answers its id. */
export async function startMaking(tx: Tx, making: Making): Promise<string> {
  const { figurineId, workspaceId, createdById, stages, jobId } = making;
  const { job } = await createJob(tx, {
    ...(jobId && { id: jobId }),
    ...{ workspaceId, createdById, kind: FIGURINE_JOB, input: { figurineId } },
    parent: { name: "figurine" },
    tasks: stages.map((name) => ({ name, input: { figurineId } })),
    event: { name: FIGURINE_REQUESTED },
  });
  await tx.figurine.update({ where: { id: figurineId }, data: { jobId: job.id } });
  return job.id;
}
