import type { ExecutorEvent, ExecutorRun } from "#generated/prisma/client.ts";
import type { Db } from "#lib/db.ts";
import { holds } from "./cel/evaluate.ts";
import { END_EVENTS, endRun } from "./end-run.ts";
import type { Executor } from "./executor-state.ts";
import type { StepResult, TriggerEvent } from "./protocol.ts";
import type { FunctionConfig } from "./registry.ts";
import { startRun } from "./start-run.ts";
import { resolveWaiting } from "./steps.ts";

const BATCH = 50;
const ENDED = new Set<string>(Object.values(END_EVENTS));

/**
 * Takes new events in the order they came: each starts the functions it triggers, ends what waits for it and cancels
 * what it cancels. Answers how many there were. Interrupted anywhere, it does the rest the next time, and nothing twice.
 */
export async function routeEvents(executor: Executor): Promise<number> {
  const events = await executor.db.executorEvent.findMany({
    where: { routedAt: null },
    orderBy: { seq: "asc" },
    take: BATCH,
  });
  for (const event of events) {
    await routeEvent(executor, event);
    await executor.db.executorEvent.updateMany({
      where: { id: event.id },
      data: { routedAt: new Date() },
    });
  }
  return events.length;
}

async function routeEvent({ db, registry }: Executor, row: ExecutorEvent): Promise<void> {
  const event = toTriggerEvent(row);
  for (const config of registry.values()) {
    if (isTriggered(config, event)) {
      await startRun(db, config, { dedupeKey: `event:${event.id}`, event });
    }
    for (const cancel of config.cancel) {
      if (cancel.event === event.name) await cancelRuns(db, config, event, cancel.if);
    }
  }
  await endWaits(db, event);
  if (ENDED.has(event.name)) await tellInvoker(db, event);
}

function toTriggerEvent(row: ExecutorEvent): TriggerEvent {
  const data = row.data as Record<string, unknown>;
  return { id: row.id, name: row.name, data, ts: row.ts.getTime() };
}

const isTriggered = (config: FunctionConfig, event: TriggerEvent): boolean =>
  config.triggers.some(
    (trigger) =>
      "event" in trigger && trigger.event === event.name && holds(trigger.expression, { event }),
  );

async function cancelRuns(
  db: Db,
  config: FunctionConfig,
  event: TriggerEvent,
  condition: string | undefined,
): Promise<void> {
  const running = await db.executorRun.findMany({
    where: { functionId: config.id, status: "running" },
    select: { id: true, event: true },
  });
  for (const run of running) {
    const scope = { event: run.event, async: event };
    if (holds(condition, scope)) await endRun(db, run.id, { status: "cancelled" });
  }
}

async function endWaits(db: Db, event: TriggerEvent): Promise<void> {
  const waits = await db.executorWait.findMany({
    where: { eventName: event.name },
    include: { run: { select: { event: true } } },
  });
  for (const wait of waits) {
    if (!holds(wait.expression, { event: wait.run.event, async: event })) continue;
    await resolveWaiting(db, wait, { type: "data", data: event });
  }
}

/** Hands the end of an invoked run to the step that waits for it. */
async function tellInvoker(db: Db, event: TriggerEvent): Promise<void> {
  const run = await db.executorRun.findUnique({ where: { id: String(event.data.run_id) } });
  if (!run?.parentRunId || !run.parentStepId) return;
  const waiting = { runId: run.parentRunId, stepId: run.parentStepId };
  await resolveWaiting(db, waiting, resultOf(run));
}

function resultOf(run: ExecutorRun): StepResult {
  if (run.status === "completed") return { type: "data", data: run.output };
  const cancelled = { name: "Error", message: "The invoked function was cancelled." };
  return { type: "error", error: run.error ?? cancelled };
}
