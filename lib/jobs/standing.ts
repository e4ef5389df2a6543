import type { JobStatus } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { isOpen, type TaskError } from "./types.ts";

/** How a job's items stand; a batch's parent task is no item. */
export interface Standing {
  total: number;
  /** Items that ended, in whatever way. */
  current: number;
  successful: number;
  failed: number;
  /** 0 to 1, the mean over the items. */
  progress: number;
  failures: { taskId: string; name: string; error: TaskError | null }[];
}

/** Counts a job's items as the transaction sees them. */
export async function jobStanding(tx: Tx, jobId: string): Promise<Standing> {
  const items = await tx.task.findMany({
    where: { jobId, children: { none: {} } },
    orderBy: { position: "asc" },
    select: { id: true, name: true, status: true, progress: true, error: true },
  });
  return standingOf(items);
}

interface Item {
  id: string;
  name: string;
  status: JobStatus;
  progress: number;
  error: unknown;
}

export function standingOf(items: Item[]): Standing {
  const ended = items.filter((item) => !isOpen(item.status));
  const failures = items.filter((item) => item.status === "failed");
  const done = items.reduce((sum, item) => sum + (isOpen(item.status) ? item.progress : 1), 0);
  return {
    total: items.length,
    current: ended.length,
    successful: items.filter((item) => item.status === "succeeded").length,
    failed: failures.length,
    progress: items.length === 0 ? 0 : done / items.length,
    failures: failures.map((item) => ({
      taskId: item.id,
      name: item.name,
      error: item.error as TaskError | null,
    })),
  };
}
