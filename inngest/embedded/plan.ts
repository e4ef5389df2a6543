import { v7 as timeOrderedId } from "uuid";
import { z } from "zod";
import type { Db, Tx } from "#lib/db.ts";
import { parseExpression } from "./cel/parse.ts";
import { momentOf } from "./duration.ts";
import type { Operation } from "./protocol.ts";
import type { Work } from "./queue.ts";
import type { Registry } from "./registry.ts";
import { insertRun } from "./start-run.ts";
import { changeRun } from "./steps.ts";

const FAR_MS = 366 * 24 * 60 * 60 * 1000;
const waitOptions = z.object({ timeout: z.string().optional(), if: z.string().optional() });
const invokeOptions = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  timeout: z.string().optional(),
});

/** What a call asks for that the executor does not do: the run fails, and says so. */
export class UnsupportedOperation extends Error {
  override name = "UnsupportedOperation";
}

interface Plan {
  tx: Tx;
  work: Work;
  /** What the run's steps wait for and how they are sorted. */
  run: { slots: string[]; sortAt: Date };
  registry: Registry;
  now: Date;
}

/**
 * Plans what a discovery reported and ends the discovery; what is planned or finished already is left alone. "again"
 * when results came in meanwhile (the lease stays), "lost" when the lease was lost.
 */
export function planOperations(
  db: Db,
  registry: Registry,
  found: { work: Work; owner: string; version: number; operations: Operation[] },
): Promise<"planned" | "again" | "lost"> {
  const { work, owner, version, operations } = found;
  return changeRun(db, work.runId, async (tx) => {
    const mine = await tx.executorWork.findFirst({
      where: { id: work.id, leaseOwner: owner },
      select: { version: true },
    });
    if (!mine) return "lost";
    const known = await knownSteps(tx, work.runId);
    const run = await tx.executorRun.findUniqueOrThrow({
      where: { id: work.runId },
      select: { slots: true, sortAt: true },
    });
    const plan = { tx, work, run, registry, now: new Date() };
    const fresh = operations.filter(({ id }) => !known.has(id));
    await planSteps(plan, fresh.filter(isStep));
    for (const operation of fresh) if (!isStep(operation)) await planOperation(plan, operation);
    if (mine.version !== version) return "again";
    await tx.executorWork.delete({ where: { id: work.id } });
    return "planned";
  });
}

async function knownSteps(tx: Tx, runId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ stepId: string }[]>`
    SELECT "stepId" FROM "ExecutorStep" WHERE "runId" = ${runId}
    UNION SELECT "stepId" FROM "ExecutorWork" WHERE "runId" = ${runId}`;
  return new Set(rows.map((row) => row.stepId));
}

const isStep = ({ op }: Operation): boolean => op === "StepPlanned";

/** All at once: a batch plans one for every photo, and the first cannot begin before the last is written. */
async function planSteps({ tx, work, run, now }: Plan, steps: Operation[]): Promise<void> {
  const { runId, functionId } = work;
  await tx.executorWork.createMany({
    data: steps.map(({ id: stepId }) => ({
      ...{ id: timeOrderedId(), runId, functionId, kind: "step" as const, stepId },
      ...{ slots: run.slots, dueAt: now, sortAt: run.sortAt },
    })),
  });
}

async function planOperation(plan: Plan, operation: Operation): Promise<void> {
  switch (operation.op) {
    case "Sleep":
      return insertWork(plan, "wake", operation.id, momentOf(operation.name ?? "", plan.now));
    case "WaitForEvent":
      return planWait(plan, operation);
    case "InvokeFunction":
      return planInvoke(plan, operation);
    default:
      throw new UnsupportedOperation(
        `The step "${operation.displayName ?? operation.id}" needs ${operation.op}, which the embedded executor does not do.`,
      );
  }
}

/** Work that takes no slot: it waits for a time. */
async function insertWork(
  { tx, work, run }: Plan,
  kind: "wake" | "timeout",
  stepId: string,
  dueAt: Date,
): Promise<void> {
  const { runId, functionId } = work;
  await tx.executorWork.create({
    data: {
      ...{ id: timeOrderedId(), runId, functionId, kind, stepId },
      ...{ slots: [], dueAt, sortAt: run.sortAt },
    },
  });
}

const timeoutOf = (given: string | undefined, now: Date): Date =>
  given ? momentOf(given, now) : new Date(now.getTime() + FAR_MS);

async function planWait(plan: Plan, operation: Operation): Promise<void> {
  const options = waitOptions.parse(operation.opts ?? {});
  if (options.if) parseExpression(options.if);
  await plan.tx.executorWait.create({
    data: {
      runId: plan.work.runId,
      stepId: operation.id,
      eventName: operation.name ?? "",
      expression: options.if ?? null,
    },
  });
  await insertWork(plan, "timeout", operation.id, timeoutOf(options.timeout, plan.now));
}

async function planInvoke(plan: Plan, operation: Operation): Promise<void> {
  const options = invokeOptions.parse(operation.opts ?? {});
  const config = plan.registry.get(options.function_id);
  if (!config) throw new UnsupportedOperation(`There is no function ${options.function_id}.`);
  const { runId } = plan.work;
  const id = `${runId}:${operation.id}`;
  const data = options.payload?.data ?? {};
  const event = { id, name: "inngest/function.invoked", data, ts: plan.now.getTime() };
  const parent = { runId, stepId: operation.id };
  await insertRun(plan.tx, config, { dedupeKey: `invoke:${id}`, event, parent }, null);
  await insertWork(plan, "timeout", operation.id, timeoutOf(options.timeout, plan.now));
}
