import type { ExecutorRunStatus } from "#generated/prisma/client.ts";
import type { Db } from "#lib/db.ts";
import type { StepResult, TriggerEvent } from "./protocol.ts";

/** A run as a call of its function needs it. */
export interface RunState {
  status: ExecutorRunStatus;
  event: TriggerEvent;
  steps: Map<string, StepResult>;
  /** Of the work it was loaded for. */
  version: number;
  /** Other parts of the run are under way or waited for. */
  isBusy: boolean;
}

interface Row {
  status: ExecutorRunStatus;
  event: TriggerEvent;
  version: number;
  others: number;
  steps: { stepId: string; data: unknown; error: unknown }[] | null;
}

/** The run of a piece of work, with its finished steps in order, in one read. Null when the lease or the run is gone. */
export async function loadRun(
  db: Db,
  work: { id: string; runId: string },
  owner: string,
): Promise<RunState | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT run."status"::text AS "status", run."event", work."version",
      (SELECT count(*)::int FROM "ExecutorWork" other
        WHERE other."runId" = run."id" AND other."id" <> work."id") AS "others",
      (SELECT json_agg(json_build_object('stepId', step."stepId", 'data', step."data", 'error', step."error")
        ORDER BY step."position") FROM "ExecutorStep" step WHERE step."runId" = run."id") AS "steps"
    FROM "ExecutorWork" work JOIN "ExecutorRun" run ON run."id" = work."runId"
    WHERE work."id" = ${work.id} AND work."leaseOwner" = ${owner}`;
  if (!row) return null;
  const { status, event, version } = row;
  const steps = new Map((row.steps ?? []).map((step) => [step.stepId, toResult(step)]));
  return { status, event, version, steps, isBusy: row.others > 0 };
}

const toResult = (step: { data: unknown; error: unknown }): StepResult =>
  step.error === null ? { type: "data", data: step.data } : { type: "error", error: step.error };
