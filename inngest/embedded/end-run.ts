import type { ExecutorRun, Prisma } from "#generated/prisma/client.ts";
import type { Db, Tx } from "#lib/db.ts";
import { json, moment } from "./sql.ts";
import { changeRun } from "./steps.ts";

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
 * Ends a run, drops what was planned of it, and in the same transaction sends the event that tells of it. False when
 * it had ended before or the lease was lost.
 */
export async function endRun(
  db: Db,
  runId: string,
  ending: Ending,
  holder?: Holder,
): Promise<boolean> {
  return changeRun(db, runId, async (tx) => {
    if (holder && !(await isHeld(tx, holder))) return false;
    const ended = await markEnded(tx, runId, ending);
    if (!ended) return false;
    await tx.executorWork.deleteMany({ where: { runId } });
    await tx.executorWait.deleteMany({ where: { runId } });
    await insertEvent(tx, ended, ending);
    return true;
  });
}

async function isHeld(tx: Tx, holder: Holder): Promise<boolean> {
  const held = await tx.executorWork.count({
    where: { id: holder.workId, leaseOwner: holder.owner },
  });
  return held > 0;
}

async function markEnded(tx: Tx, runId: string, ending: Ending): Promise<ExecutorRun | null> {
  const output = ending.status === "completed" ? json(ending.output) : null;
  const error = ending.status === "failed" ? json(ending.error ?? {}) : null;
  const changed = await tx.$executeRaw`
    UPDATE "ExecutorRun" SET "status" = ${ending.status}::"ExecutorRunStatus", "output" = ${output}::jsonb,
      "error" = ${error}::jsonb, "endedAt" = ${moment(new Date())}
    WHERE "id" = ${runId} AND "status" = 'running'`;
  return changed === 0 ? null : tx.executorRun.findUnique({ where: { id: runId } });
}

async function insertEvent(tx: Tx, run: ExecutorRun, ending: Ending): Promise<void> {
  const data = {
    function_id: run.functionId,
    run_id: run.id,
    event: run.event,
    ...(ending.status === "failed" ? { error: ending.error } : {}),
    ...(ending.status === "completed" ? { result: ending.output ?? null } : {}),
  };
  await tx.executorEvent.createMany({
    data: {
      id: `${run.id}:${ending.status}`,
      name: END_EVENTS[ending.status],
      data: data as Prisma.InputJsonObject,
    },
    skipDuplicates: true,
  });
}
