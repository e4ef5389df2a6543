import type { Db, Tx } from "#lib/db.ts";
import type { StepResult } from "./protocol.ts";
import type { Work } from "./queue.ts";
import { json, moment } from "./sql.ts";

/** Runs a change of a run in one short transaction that holds its row, so changes of one run follow each other. */
export function changeRun<T>(db: Db, runId: string, change: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "ExecutorRun" WHERE "id" = ${runId} FOR UPDATE`;
      return change(tx);
    },
    { maxWait: 15_000, timeout: 15_000 },
  );
}

/** Stores a step's result, once. */
export async function insertStep(
  tx: Tx,
  runId: string,
  step: { id: string; name?: string | undefined },
  result: StepResult,
): Promise<void> {
  const data = result.type === "data" ? json(result.data) : null;
  const error = result.type === "error" ? json(result.error ?? {}) : null;
  await tx.$executeRaw`
    INSERT INTO "ExecutorStep" ("runId", "stepId", "name", "data", "error")
    VALUES (${runId}, ${step.id}, ${step.name ?? null}, ${data}::jsonb, ${error}::jsonb)
    ON CONFLICT DO NOTHING`;
}

/**
 * Stores the result of a step that ran within a discovery, which goes on under the same lease: one statement. False
 * when the lease was lost; the result is then not stored.
 */
export async function keepStep(
  db: Db,
  work: Work,
  owner: string,
  step: { id: string; name?: string | undefined },
  result: StepResult,
): Promise<boolean> {
  const data = result.type === "data" ? json(result.data) : null;
  const error = result.type === "error" ? json(result.error ?? {}) : null;
  const kept = await db.$executeRaw`
    WITH mine AS (
      UPDATE "ExecutorWork" SET "attempt" = 0 WHERE "id" = ${work.id} AND "leaseOwner" = ${owner} RETURNING "runId"
    )
    INSERT INTO "ExecutorStep" ("runId", "stepId", "name", "data", "error")
    SELECT "runId", ${step.id}, ${step.name ?? null}, ${data}::jsonb, ${error}::jsonb FROM mine
    ON CONFLICT DO NOTHING`;
  return kept > 0;
}

/** Ends a planned step (or a sleep, or a wait) with its result and has the run looked at again. False when the lease was lost. */
export function completeStep(
  db: Db,
  work: Work,
  owner: string,
  result: StepResult,
  name?: string,
): Promise<boolean> {
  return changeRun(db, work.runId, async (tx) => {
    const mine = await tx.executorWork.deleteMany({ where: { id: work.id, leaseOwner: owner } });
    if (mine.count === 0) return false;
    await tx.executorWait.deleteMany({ where: { runId: work.runId, stepId: work.stepId } });
    await insertStep(tx, work.runId, { id: work.stepId, name }, result);
    await lookAgain(tx, work.runId);
    return true;
  });
}

/** Has a run's next step found: now, or once more after the discovery that is under way. */
export async function lookAgain(tx: Tx, runId: string): Promise<void> {
  const now = new Date();
  await tx.$executeRaw`
    INSERT INTO "ExecutorWork" ("id", "runId", "functionId", "kind", "slots", "dueAt", "sortAt")
    SELECT ${crypto.randomUUID()}, run."id", run."functionId", 'discover', run."slots", ${moment(now)}, run."sortAt"
    FROM "ExecutorRun" run WHERE run."id" = ${runId} AND run."status" = 'running'
    ON CONFLICT ("runId", "kind", "stepId") DO UPDATE SET "version" = "ExecutorWork"."version" + 1,
      "attempt" = 0, "dueAt" = LEAST("ExecutorWork"."dueAt", EXCLUDED."dueAt")`;
}

/** Gives another run (invoke) or an event as the result of a step that waits; nothing happens when it waits no more. */
export async function resolveWaiting(
  db: Db,
  waiting: { runId: string; stepId: string },
  result: StepResult,
): Promise<boolean> {
  return changeRun(db, waiting.runId, async (tx) => {
    const { runId, stepId } = waiting;
    const ended = await tx.executorWork.deleteMany({ where: { runId, stepId, kind: "timeout" } });
    if (ended.count === 0) return false;
    await tx.executorWait.deleteMany({ where: { runId, stepId } });
    await insertStep(tx, runId, { id: stepId }, result);
    await lookAgain(tx, runId);
    return true;
  });
}
