import type { Job } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { promiseEvent } from "../outbox/promise-event.ts";
import { AppError } from "../shared/errors.ts";
import { changeJob } from "./change-job.ts";
import { startEventData } from "./create-job.ts";
import { failJob } from "./fail-job.ts";
import { recordProgress } from "./report-progress.ts";
import { toTaskError } from "./task-error.ts";
import { type JobCtx, MOST_DELIVERIES, OPEN_STATUSES } from "./types.ts";
import { TASK_TIMEOUT_MS } from "./work-on-task.ts";

/** How long a job may be silent before its start is promised again; each time this much longer. */
const SILENCE_MS = TASK_TIMEOUT_MS + 5 * 60 * 1000;
const BATCH = 100;

export interface SweptJobs {
  started: number;
  failed: number;
}

/**
 * Finds jobs that are open and have been silent for longer than a task may take: their start is promised again, and
 * after three times they fail, so that nobody waits for ever.
 */
export async function sweepJobs(ctx: JobCtx): Promise<SweptJobs> {
  const swept = { started: 0, failed: 0 };
  for (const job of await listSilentJobs(ctx)) {
    if (job.deliveries < MOST_DELIVERIES) {
      if (await startAgain(ctx, job)) swept.started += 1;
    } else {
      await failJob(ctx, job.id, toTaskError(lost()));
      swept.failed += 1;
    }
  }
  return swept;
}

const lost = () =>
  new AppError("timeout", "This got lost on our side. Try it again.", { retryable: true });

function listSilentJobs(ctx: JobCtx): Promise<Job[]> {
  const now = ctx.now().getTime();
  const silentSince = new Date(now - SILENCE_MS);
  return ctx.db.job.findMany({
    where: {
      status: { in: OPEN_STATUSES },
      createdAt: { lt: silentSince },
      events: { none: { createdAt: { gte: silentSince } } },
    },
    orderBy: { createdAt: "asc" },
    take: BATCH,
  });
}

/** False when somebody else started it meanwhile. The note in its events restarts the clock. */
function startAgain(ctx: JobCtx, silent: Job): Promise<boolean> {
  return changeJob(ctx, silent.id, async (tx: Tx, job) => {
    const taken = await tx.job.updateMany({
      where: { id: job.id, deliveries: silent.deliveries, status: { in: OPEN_STATUSES } },
      data: { deliveries: { increment: 1 } },
    });
    if (taken.count === 0) return false;
    // What was under way when it was lost has its time anew.
    await tx.task.updateMany({
      where: { jobId: job.id, status: "running" },
      data: { startedAt: ctx.now() },
    });
    await recordProgress(tx, job, { taskId: null, message: "Starting again" });
    await promiseEvent(tx, job.eventName, startEventData(job));
    return true;
  });
}
