import type { Db, Tx } from "../db.ts";
import { notFound } from "../shared/errors.ts";
import { wakeReaders } from "./wake-ups.ts";

export interface NewJobEvent {
  taskId?: string | null;
  /** progress, task_completed, task_failed, job_completed, or the kind's own (chunk …). */
  type: string;
  /** Goes over the wire as it is: snake_case keys. */
  data: unknown;
}

/**
 * Appends an event to a job and answers its id, one above the last. The number is taken under the row's lock, so
 * events of a job commit in order and a reader never skips one. One statement: it works in and out of a transaction.
 * `not_found` when the job is gone.
 */
export async function appendEvent(tx: Db | Tx, jobId: string, event: NewJobEvent): Promise<number> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH numbered AS (
      UPDATE "Job" SET "lastEventId" = "lastEventId" + 1 WHERE "id" = ${jobId} RETURNING "lastEventId"
    )
    INSERT INTO "TaskEvent" ("jobId", "id", "taskId", "type", "data", "createdAt")
    SELECT ${jobId}, "lastEventId", ${event.taskId ?? null}, ${event.type},
      ${JSON.stringify(event.data ?? {})}::jsonb, now() AT TIME ZONE 'UTC'
    FROM numbered RETURNING "id"`;
  const row = rows[0];
  if (!row) throw notFound("job");
  wakeReaders(jobId);
  return row.id;
}
