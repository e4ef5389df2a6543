import type { Ctx } from "../context.ts";
import { flushOutbox } from "../outbox/flush-outbox.ts";
import { promiseEvent } from "../outbox/promise-event.ts";
import { conflict } from "../shared/errors.ts";
import { changeJob } from "./change-job.ts";
import { ownJob } from "./find-job.ts";
import { toJobView } from "./get-job.ts";
import { appendJobCompleted } from "./settle-job.ts";
import { jobStanding } from "./standing.ts";
import { type JobView, OPEN_STATUSES } from "./types.ts";

/** Event that stops the durable functions of a job. */
export const JOB_CANCELLED = "job/cancelled";

/**
 * Stops a job: what has not ended is cancelled, what is done stays. Answers the job; cancelling twice is no error.
 * `not_found` for a foreign job, `conflict` when it ended otherwise.
 */
export async function cancelJob(ctx: Ctx, jobId: string): Promise<JobView> {
  await ownJob(ctx, jobId, "write");
  await changeJob(ctx, jobId, async (tx, job) => {
    if (job.status === "cancelled") return;
    const finishedAt = ctx.now();
    const stopped = await tx.job.updateMany({
      where: { id: jobId, status: { in: OPEN_STATUSES } },
      data: { status: "cancelled", finishedAt, cancelRequestedAt: finishedAt },
    });
    if (stopped.count === 0) throw conflict("This has already ended; there is nothing to stop.");
    await tx.task.updateMany({
      where: { jobId, status: { in: OPEN_STATUSES } },
      data: { status: "cancelled", finishedAt },
    });
    await appendJobCompleted(tx, jobId, "cancelled", await jobStanding(tx, jobId));
    await promiseEvent(tx, JOB_CANCELLED, { jobId });
  });
  await flushOutbox(ctx.db);
  return toJobView(await ownJob(ctx, jobId, "write"));
}
