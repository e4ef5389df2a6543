import { type JobStatus, Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { appendEvent } from "./append-event.ts";
import type { Standing } from "./standing.ts";
import { tellOfJob } from "./tell-of-job.ts";
import { OPEN_STATUSES, type TaskError } from "./types.ts";

/**
 * Ends a job whose items have all ended: succeeded when one did, with the failures listed; cancelled when every item
 * was stopped; else failed. Does nothing while items are open. Call it with the job's row held.
 */
export async function settleJob(
  tx: Tx,
  jobId: string,
  standing: Standing,
  finishedAt: Date,
): Promise<void> {
  if (standing.current < standing.total) return;
  const status = endStatus(standing);
  const error = standing.failed > 0 ? jobError(standing) : null;
  const ended = await tx.job.updateMany({
    where: { id: jobId, status: { in: OPEN_STATUSES } },
    data: {
      status,
      progress: 1,
      finishedAt,
      error: error ? (error as unknown as Prisma.InputJsonObject) : Prisma.DbNull,
    },
  });
  if (ended.count === 0) return;
  await endParents(tx, jobId, status, finishedAt);
  await tellOfJob(tx, jobId, status);
  await appendJobCompleted(tx, jobId, status, standing);
}

function endStatus({ successful, failed }: Standing): JobStatus {
  if (successful > 0) return "succeeded";
  return failed > 0 ? "failed" : "cancelled";
}

/** Closes a batch's parent task with the job. */
export async function endParents(
  tx: Tx,
  jobId: string,
  status: JobStatus,
  finishedAt: Date,
): Promise<void> {
  await tx.task.updateMany({
    where: { jobId, children: { some: {} }, status: { in: OPEN_STATUSES } },
    data: { status, finishedAt, progress: 1 },
  });
}

/** Appends the last event of a job. */
export async function appendJobCompleted(
  tx: Tx,
  jobId: string,
  status: JobStatus,
  standing: Standing,
): Promise<void> {
  const failures = standing.failures.map(({ taskId, name, error }) => ({
    task_id: taskId,
    name,
    error,
  }));
  const { successful, failed } = standing;
  const data = { job_id: jobId, status, successful, failed, failures };
  await appendEvent(tx, jobId, { type: "job_completed", data });
}

/** One item's own error, or how many of them failed. */
function jobError(standing: Standing): TaskError {
  const first = standing.failures[0]?.error;
  if (standing.total === 1 && first) return first;
  return {
    code: first?.code ?? "internal",
    message: `${standing.failed} of ${standing.total} did not work. Each says why, and can be tried again alone.`,
    retryable: standing.failures.some((failure) => failure.error?.retryable),
  };
}
