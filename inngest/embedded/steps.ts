import { Prisma } from "#generated/prisma/client.ts";
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

/**
 * How long the function waits to be called again while other steps of its run are being done: those of a batch end in
 * bunches, and it hears of a bunch in one call.
 */
const GATHER_MS = 100;

/**
 * Ends a planned step (or a sleep, or a wait) with its result and has the run looked at again, in one statement that
 * holds the run: the steps of a batch end side by side. False when the lease was lost.
 */
export async function completeStep(
  db: Db,
  { id, runId, stepId }: Work,
  owner: string,
  result: StepResult,
  name?: string,
): Promise<boolean> {
  const data = result.type === "data" ? json(result.data) : null;
  const error = result.type === "error" ? json(result.error ?? {}) : null;
  const now = new Date();
  const later = new Date(now.getTime() + GATHER_MS);
  const dueAt = Prisma.sql`CASE WHEN EXISTS (
    SELECT 1 FROM "ExecutorWork" other WHERE other."runId" = ${runId} AND other."id" <> ${id}
      AND other."kind" = 'step' AND other."leasedUntil" > ${moment(now)}
  ) THEN ${moment(later)} ELSE ${moment(now)} END`;
  const ended = await db.$executeRaw`
    WITH run AS (
      SELECT "id", "functionId", "slots", "sortAt", "status" FROM "ExecutorRun" WHERE "id" = ${runId} FOR UPDATE
    ), mine AS (
      DELETE FROM "ExecutorWork" WHERE "id" = ${id} AND "leaseOwner" = ${owner} AND "runId" IN (SELECT "id" FROM run)
      RETURNING "runId"
    ), waited AS (
      DELETE FROM "ExecutorWait" WHERE "stepId" = ${stepId} AND "runId" IN (SELECT "runId" FROM mine)
    ), kept AS (
      INSERT INTO "ExecutorStep" ("runId", "stepId", "name", "data", "error")
      SELECT "runId", ${stepId}, ${name ?? null}, ${data}::jsonb, ${error}::jsonb FROM mine
      ON CONFLICT DO NOTHING
    )
    ${discovering(Prisma.sql`run JOIN mine ON mine."runId" = run."id"`, dueAt)}`;
  return ended > 0;
}

/** Has a run's next step found: now, or once more after the discovery that is under way. */
export async function lookAgain(tx: Tx, runId: string): Promise<void> {
  const run = Prisma.sql`(SELECT * FROM "ExecutorRun" WHERE "id" = ${runId}) run`;
  await tx.$executeRaw`${discovering(run, moment(new Date()))}`;
}

/** Plans the discovery of every `run` in the source that still runs; a sooner one stays as it is. */
const discovering = (source: Prisma.Sql, dueAt: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO "ExecutorWork" ("id", "runId", "functionId", "kind", "slots", "dueAt", "sortAt")
  SELECT ${crypto.randomUUID()}, run."id", run."functionId", 'discover', run."slots", ${dueAt}, run."sortAt"
  FROM ${source} WHERE run."status" = 'running'
  ON CONFLICT ("runId", "kind", "stepId") DO UPDATE SET "version" = "ExecutorWork"."version" + 1,
    "attempt" = 0, "dueAt" = LEAST("ExecutorWork"."dueAt", EXCLUDED."dueAt")`;

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
