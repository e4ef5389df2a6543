import { createHash } from "node:crypto";
import type { Db, Tx } from "#lib/db.ts";
import { evaluate } from "./cel/evaluate.ts";
import { endRun } from "./end-run.ts";
import type { TriggerEvent } from "./protocol.ts";
import { slotName } from "./queue.ts";
import type { FunctionConfig } from "./registry.ts";
import { json, moment } from "./sql.ts";

/** Event, invocation, or tick that a run is for; a second run for the same one does not start. */
export interface Cause {
  dedupeKey: string;
  event: TriggerEvent;
  parent?: { runId: string; stepId: string };
}

/** Time within which an idempotency key counts. */
const IDEMPOTENCY_MS = 24 * 60 * 60 * 1000;
/** Most seconds a run may go before or after its time. */
const MOST_PRIORITY_SECONDS = 600;

/** Starts a run of a function; nothing happens when one was started for the same cause, or a singleton runs. */
export async function startRun(db: Db, config: FunctionConfig, cause: Cause): Promise<void> {
  const singletonKey = singletonKeyOf(config, cause.event);
  if (singletonKey !== null && (await isSingletonTaken(db, config, singletonKey, cause))) return;
  const dedupeKey = await dedupeKeyOf(db, config, cause);
  await insertRun(db, config, { ...cause, dedupeKey }, singletonKey);
}

/** Inserts a run and the work that begins it, in one statement. */
export async function insertRun(
  db: Db | Tx,
  config: FunctionConfig,
  cause: Cause,
  singletonKey: string | null,
): Promise<void> {
  const { event, parent, dedupeKey } = cause;
  const now = new Date();
  const sortAt = new Date(now.getTime() - prioritySeconds(config, event) * 1000);
  await db.$executeRaw`
    WITH started AS (
      INSERT INTO "ExecutorRun" ("id", "functionId", "dedupeKey", "singletonKey", "event", "slots", "sortAt",
        "parentRunId", "parentStepId", "createdAt")
      VALUES (${crypto.randomUUID()}, ${config.id}, ${dedupeKey}, ${singletonKey}, ${json(event)},
        ${slotsOf(config, event)}::text[], ${moment(sortAt)}, ${parent?.runId ?? null}, ${parent?.stepId ?? null}, ${moment(now)})
      ON CONFLICT ("functionId", "dedupeKey") DO NOTHING RETURNING "id", "slots", "sortAt"
    )
    INSERT INTO "ExecutorWork" ("id", "runId", "functionId", "kind", "slots", "dueAt", "sortAt")
    SELECT ${crypto.randomUUID()}, "id", ${config.id}, 'discover', "slots", ${moment(now)}, "sortAt"
    FROM started`;
}

/** Concurrency slots a step of the function takes for this event, in the order of its limits. */
export function slotsOf(config: FunctionConfig, event: TriggerEvent): string[] {
  return config.concurrency.map(({ limit, key, scope }) => {
    const owner = scope === "fn" ? config.id : scope;
    return slotName(limit, key ? `${owner} ${key} ${keyValue(key, event)}` : owner);
  });
}

function prioritySeconds(config: FunctionConfig, event: TriggerEvent): number {
  const seconds = config.priority ? Number(evaluate(config.priority, { event })) : 0;
  if (Number.isNaN(seconds)) return 0;
  return Math.min(MOST_PRIORITY_SECONDS, Math.max(-MOST_PRIORITY_SECONDS, seconds));
}

/** A key's value for an event, short enough for an index. */
function keyValue(expression: string, event: TriggerEvent): string {
  const text = JSON.stringify(evaluate(expression, { event })) ?? "";
  return text.length <= 100 ? text : createHash("sha256").update(text).digest("hex");
}

const singletonKeyOf = (config: FunctionConfig, event: TriggerEvent): string | null => {
  if (!config.singleton) return null;
  return config.singleton.key ? keyValue(config.singleton.key, event) : "";
};

/** In "skip" mode a running one keeps the place, in "cancel" mode it makes way. */
async function isSingletonTaken(
  db: Db,
  config: FunctionConfig,
  singletonKey: string,
  cause: Cause,
): Promise<boolean> {
  const active = await db.executorRun.findMany({
    where: { functionId: config.id, singletonKey, status: "running" },
    select: { id: true, dedupeKey: true },
  });
  const others = active.filter((run) => run.dedupeKey !== cause.dedupeKey);
  if (config.singleton?.mode === "skip") return others.length > 0;
  for (const run of others) await endRun(db, run.id, { status: "cancelled" });
  return false;
}

/** The cause's own key, or for a function with an idempotency key that key's value for a day. */
async function dedupeKeyOf(db: Db, config: FunctionConfig, cause: Cause): Promise<string> {
  if (!config.idempotency || cause.parent) return cause.dedupeKey;
  const dedupeKey = `key:${keyValue(config.idempotency, cause.event)}`;
  const before = new Date(Date.now() - IDEMPOTENCY_MS);
  await db.$executeRaw`
    UPDATE "ExecutorRun" SET "dedupeKey" = "dedupeKey" || ' ' || "id"
    WHERE "functionId" = ${config.id} AND "dedupeKey" = ${dedupeKey} AND "createdAt" < ${moment(before)}`;
  return dedupeKey;
}
