import type { Job } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { appendEvents, type NewJobEvent } from "./append-event.ts";
import { changeJobOf } from "./change-job.ts";
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
  const progress = Math.min(1, Math.max(0, report.progress));
  return changeJobOf(ctx, taskId, async (tx, job) => {
    const changed = await tx.task.updateMany({
      where: { id: taskId, status: "running" },
      data: { progress, message: report.message ?? null },
    });
    if (changed.count === 0) return false;
    const { message = null, data } = report;
    await recordProgress(tx, job, { taskId, taskProgress: progress, message, data });
    return true;
  });
}

interface ProgressNote {
  taskId: string | null;
  taskProgress?: number;
  message: string | null;
  data?: Record<string, unknown> | undefined;
}

/** Stores the job's progress from its tasks and appends the `progress` event, and what follows from how they stand. */
export async function recordProgress(
  tx: Tx,
  { id, status }: Pick<Job, "id" | "status">,
  note: ProgressNote,
  following: (standing: Standing) => NewJobEvent[] = () => [],
): Promise<Standing> {
  const standing = await jobStanding(tx, id);
  const { progress } = standing;
  const events = [progressEvent(status, standing, note), ...following(standing)];
  await appendEvents(tx, id, events, { progress });
  return standing;
}

/** What readers are told of a job's progress. */
export function progressEvent(
  status: Job["status"],
  standing: Standing,
  note: ProgressNote,
): NewJobEvent {
  const { taskId, message } = note;
  const data = {
    ...note.data,
    current: standing.current,
    total: standing.total,
    status,
    message,
    percent: toPercent(standing.progress),
    ...(taskId ? { task_id: taskId, task_percent: toPercent(note.taskProgress ?? 0) } : {}),
  };
  return { taskId, type: "progress", data };
}

/** Percent with one decimal, from a share of 1. */
export const toPercent = (share: number): number => Math.round(share * 1000) / 10;
