import { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "#lib/db.ts";
import { json, moment } from "./sql.ts";

export type Ending =
  | { status: "completed"; output: unknown }
  | { status: "failed"; error: unknown }
  | { status: "cancelled" };

/** Whose lease must still hold for the ending to count. */
export interface Holder {
  workId: string;
  owner: string;
}

/** The events that tell of a run's end; the router also hands the result to the run that invoked it. */
export const END_EVENTS = {
  completed: "inngest/function.finished",
  failed: "inngest/function.failed",
  cancelled: "inngest/function.cancelled",
};

/**
 * Ends a run, drops what was planned of it, and sends the event that tells of it, all in one statement. False when it
 * had ended before or the lease was lost.
 */
export async function endRun(
  db: Db,
  runId: string,
  ending: Ending,
  holder?: Holder,
): Promise<boolean> {
  const told = await db.$executeRaw`
    WITH ended AS (
      UPDATE "ExecutorRun" SET "status" = ${ending.status}::"ExecutorRunStatus",
        "output" = ${ending.status === "completed" ? json(ending.output) : null}::jsonb,
        "error" = ${ending.status === "failed" ? json(ending.error ?? {}) : null}::jsonb,
        "endedAt" = ${moment(new Date())}
      WHERE "id" = ${runId} AND "status" = 'running' AND ${isHeld(holder)}
      RETURNING "id", "functionId", "event"
    ), dropped AS (
      DELETE FROM "ExecutorWork" WHERE "runId" IN (SELECT "id" FROM ended)
    ), forgotten AS (
      DELETE FROM "ExecutorWait" WHERE "runId" IN (SELECT "id" FROM ended)
    )
    INSERT INTO "ExecutorEvent" ("id", "name", "data", "ts", "receivedAt")
    SELECT "id" || ${`:${ending.status}`}, ${END_EVENTS[ending.status]},
      jsonb_build_object('function_id', "functionId", 'run_id', "id", 'event', "event") || ${json(result(ending))},
      ${moment(new Date())}, ${moment(new Date())} FROM ended`;
  return told > 0;
}

const isHeld = (holder: Holder | undefined): Prisma.Sql =>
  holder
    ? Prisma.sql`EXISTS (SELECT 1 FROM "ExecutorWork" work WHERE work."id" = ${holder.workId}
        AND work."leaseOwner" = ${holder.owner})`
    : Prisma.sql`TRUE`;

/** What the event says besides whose end it is. */
function result(ending: Ending): Record<string, unknown> {
  if (ending.status === "completed") return { result: ending.output ?? null };
  return ending.status === "failed" ? { error: ending.error ?? {} } : {};
}
