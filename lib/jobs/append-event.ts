import type { JobStatus } from "#generated/prisma/client.ts";
import type { Db, Tx } from "../db.ts";
import { notFound } from "../shared/errors.ts";

export interface NewJobEvent {
  taskId?: string | null;
  /** progress, task_completed, task_failed, job_completed, or the kind's own (chunk …). */
  type: string;
  /** Goes over the wire as it is: snake_case keys. */
  data: unknown;
}

/** Columns of a job that an event tells of. */
export interface JobChange {
  progress?: number;
  status?: JobStatus;
  startedAt?: Date;
}

/** Appends one event; see `appendEvents`. Answers its id. */
export function appendEvent(
  tx: Db | Tx,
  jobId: string,
  event: NewJobEvent,
  changed?: JobChange,
): Promise<number> {
  return appendEvents(tx, jobId, [event], changed);
}

/**
 * Appends events to a job in their order, changes with them what they tell of, and answers the last one's id. Numbers
 * are taken under the row's lock, each one above the one before, so events of a job commit in order and a reader never
 * skips one. One statement: it works in and out of a transaction. Readers are woken by the caller, once what they are to
 * find is committed. `not_found` when the job is gone.
 */
export async function appendEvents(
  tx: Db | Tx,
  jobId: string,
  events: readonly NewJobEvent[],
  { progress, status, startedAt }: JobChange = {},
): Promise<number> {
  const listed = events.map(({ taskId = null, type, data }) => ({
    taskId,
    type,
    data: data ?? {},
  }));
  const rows = await tx.$queryRaw<{ id: number }[]>`
    WITH numbered AS (
      UPDATE "Job" SET "lastEventId" = "lastEventId" + ${events.length}::int,
        "progress" = COALESCE(${progress ?? null}::float8, "progress"),
        "status" = COALESCE(${status ?? null}::"JobStatus", "status"),
        "startedAt" = COALESCE(${startedAt?.toISOString() ?? null}::timestamp(3), "startedAt")
      WHERE "id" = ${jobId} RETURNING "lastEventId"
    )
    INSERT INTO "TaskEvent" ("jobId", "id", "taskId", "type", "data", "createdAt")
    SELECT ${jobId}, "lastEventId" - ${events.length}::int + event.place::int, event.value->>'taskId',
      event.value->>'type', event.value->'data', now() AT TIME ZONE 'UTC'
    FROM numbered, jsonb_array_elements(${JSON.stringify(listed)}::jsonb) WITH ORDINALITY AS event(value, place)
    RETURNING "id"`;
  if (rows.length === 0) throw notFound("job");
  return Math.max(...rows.map(({ id }) => id));
}
