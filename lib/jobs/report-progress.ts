import type { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { appendEvent } from "./append-event.ts";
import { changeJob, jobIdOfTask } from "./change-job.ts";
import { jobStanding, type Standing } from "./standing.ts";
import type { JobCtx } from "./types.ts";

export interface TaskProgress {
  /** Share of the task that is done, 0 to 1. */
  progress: number;
  /** What is happening, in the user's words. */
  message?: string;
  /** Further facts for the event (a draft picture's address …), snake_case keys. */
  data?: Record<string, unknown>;
}

/** Stores how far a running task is and tells its readers. False when the task has ended meanwhile. */
export async function reportProgress(
  ctx: JobCtx,
  taskId: string,
  report: TaskProgress,
): Promise<boolean> {
  const jobId = await jobIdOfTask(ctx, taskId);
  const progress = Math.min(1, Math.max(0, report.progress));
  return changeJob(ctx, jobId, async (tx) => {
    const changed = await tx.task.updateMany({
      where: { id: taskId, status: "running" },
      data: { progress, message: report.message ?? null },
    });
    if (changed.count === 0) return false;
    const { message = null, data } = report;
    await recordProgress(tx, jobId, { taskId, taskProgress: progress, message, data });
    return true;
  });
}

interface ProgressNote {
  taskId: string | null;
  taskProgress?: number;
  message: string | null;
  data?: Record<string, unknown> | undefined;
}

/** Stores the job's progress from its tasks, and `changed` with it, and appends the `progress` event. */
export async function recordProgress(
  tx: Tx,
  jobId: string,
  note: ProgressNote,
  changed: Pick<Prisma.JobUpdateInput, "status" | "startedAt"> = {},
): Promise<Standing> {
  const standing = await jobStanding(tx, jobId);
  const job = await tx.job.update({
    where: { id: jobId },
    data: { ...changed, progress: standing.progress },
    select: { status: true },
  });
  const data = {
    ...note.data,
    current: standing.current,
    total: standing.total,
    status: job.status,
    message: note.message,
    percent: toPercent(standing.progress),
    ...(note.taskId
      ? { task_id: note.taskId, task_percent: toPercent(note.taskProgress ?? 0) }
      : {}),
  };
  await appendEvent(tx, jobId, { taskId: note.taskId, type: "progress", data });
  return standing;
}

/** Percent with one decimal, from a share of 1. */
export const toPercent = (share: number): number => Math.round(share * 1000) / 10;
