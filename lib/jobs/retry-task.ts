import { type JobStatus, Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "../context.ts";
import type { Tx } from "../db.ts";
import { flushOutbox } from "../outbox/flush-outbox.ts";
import { promiseEvent } from "../outbox/promise-event.ts";
import { conflict } from "../shared/errors.ts";
import { changeJob } from "./change-job.ts";
import { startEventData } from "./create-job.ts";
import { ownTask } from "./find-job.ts";
import { toTaskView } from "./get-job.ts";
import { recordProgress } from "./report-progress.ts";
import type { ChosenEngine, TaskView } from "./types.ts";

export interface Retry {
  /** What may be started again; default what failed or was stopped alone. */
  from?: JobStatus[];
  /** What the task works on from now on; default what it was given. */
  input?: Prisma.InputJsonObject;
  /** Who is to do it this time: `embedded` for this machine where a provider has failed; default what is configured. */
  engine?: ChosenEngine;
}

/**
 * Starts a task that failed or was stopped again, alone; its job runs again until it ends. Answers the task.
 * `not_found` for a foreign task, `conflict` when it has done neither (or was retried meanwhile).
 */
export async function retryTask(
  ctx: Ctx,
  taskId: string,
  { from = ["failed", "cancelled"], input, engine }: Retry = {},
): Promise<TaskView> {
  const { jobId, input: before } = await ownTask(ctx, taskId, "write");
  const { engine: _, ...work } = (input ?? before) as Prisma.InputJsonObject;
  await changeJob(ctx, jobId, async (tx, job) => {
    if (job.status === "cancelled") throw conflict("This was stopped. Ask for it again instead.");
    const again = await tx.task.updateMany({
      where: { id: taskId, status: { in: from }, children: { none: {} } },
      data: {
        ...REOPENED,
        attempt: { increment: 1 },
        startedAt: null,
        message: null,
        input: engine ? { ...work, engine } : work,
      },
    });
    if (again.count === 0) {
      throw conflict(
        from.includes("succeeded")
          ? "This is being worked on. Wait until it is done."
          : "Only what failed or was stopped can be tried again.",
      );
    }
    await reopenJob(tx, jobId, taskId);
    const reopened = { id: jobId, status: "running" } as const;
    await recordProgress(tx, reopened, { taskId, message: "Trying again" });
    await promiseEvent(tx, job.eventName, startEventData(job, taskId));
  });
  await flushOutbox(ctx.db);
  return toTaskView(await ownTask(ctx, taskId, "write"));
}

const REOPENED = { status: "queued", finishedAt: null, progress: 0, error: Prisma.DbNull } as const;

async function reopenJob(tx: Tx, jobId: string, taskId: string): Promise<void> {
  await tx.job.update({
    where: { id: jobId },
    data: { status: "running", finishedAt: null, error: Prisma.DbNull, deliveries: 1 },
  });
  await tx.task.updateMany({
    where: { jobId, children: { some: { id: taskId } } },
    data: { status: "running", finishedAt: null },
  });
}
