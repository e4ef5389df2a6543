import { log } from "#lib/log.ts";
import { backoffMs } from "./backoff.ts";
import { endRun } from "./end-run.ts";
import type { Executor } from "./executor-state.ts";
import { planOperations, UnsupportedOperation } from "./plan.ts";
import {
  callFunction,
  DISCOVER,
  type Operation,
  type Outcome,
  type StepResult,
} from "./protocol.ts";
import { dropWork, postponeWork, type Work } from "./queue.ts";
import { loadRun, type RunState } from "./state.ts";
import { completeStep, keepStep } from "./steps.ts";

/** Does one piece of leased work to its end, or puts it off. What is lost to another owner is left alone. */
export async function performWork(executor: Executor, work: Work): Promise<void> {
  switch (work.kind) {
    case "discover":
      return discover(executor, work);
    case "step":
      return runPlannedStep(executor, work);
    case "wake":
      await completeStep(executor.db, work, executor.owner, { type: "data", data: null });
      return;
    case "timeout":
      await completeStep(executor.db, work, executor.owner, await timeoutResult(executor, work));
      return;
  }
}

/** A wait for an event ends with null; an invoked function that takes too long is an error. */
async function timeoutResult({ db }: Executor, work: Work): Promise<StepResult> {
  const where = { runId: work.runId, stepId: work.stepId };
  if ((await db.executorWait.count({ where })) > 0) return { type: "data", data: null };
  const message = "The invoked function took too long.";
  return { type: "error", error: { name: "InngestInvokeTimeoutError", message } };
}

async function call(executor: Executor, work: Work, run: RunState): Promise<Outcome> {
  const config = executor.registry.get(work.functionId);
  if (!config) {
    const error = { name: "Error", message: `There is no function ${work.functionId} any more.` };
    return { type: "failed", error, retryable: false, retryAfterMs: null };
  }
  return callFunction(executor.handler, {
    functionId: work.functionId,
    stepId: work.kind === "step" ? work.stepId : DISCOVER,
    runId: work.runId,
    event: run.event,
    steps: run.steps,
    attempt: work.attempt,
    maxAttempts: config.maxAttempts,
    isBusy: run.isBusy,
  });
}

/** Calls the function again and again under one lease, as long as it gives one step's result after the other. */
async function discover(executor: Executor, claimed: Work): Promise<void> {
  let work = claimed;
  for (;;) {
    const run = await loadRun(executor.db, work, executor.owner);
    if (run?.status !== "running") return dropWork(executor.db, work, executor.owner);
    const outcome = await call(executor, work, run);
    const next = await settleDiscovery(executor, work, run, outcome);
    if (next !== "again") return;
    work = { ...work, attempt: 0 };
  }
}

async function settleDiscovery(
  executor: Executor,
  work: Work,
  run: RunState,
  outcome: Outcome,
): Promise<"again" | "done"> {
  const holder = { workId: work.id, owner: executor.owner };
  if (outcome.type === "finished") {
    await endRun(executor.db, work.runId, { status: "completed", output: outcome.data }, holder);
    return "done";
  }
  if (outcome.type === "failed") {
    const { error, retryable } = outcome;
    if (retryable && (await retryLater(executor, work, outcome.retryAfterMs))) return "done";
    await endRun(executor.db, work.runId, { status: "failed", error }, holder);
    return "done";
  }
  const [first] = outcome.operations;
  if (first && outcome.operations.length === 1 && isStepEnd(first)) {
    return settleInlineStep(executor, work, first, outcome.retryAfterMs);
  }
  return plan(executor, work, run, outcome.operations);
}

const isStepEnd = ({ op }: Operation): boolean =>
  op === "StepRun" || op === "Step" || op === "StepError" || op === "StepFailed";

async function settleInlineStep(
  executor: Executor,
  work: Work,
  step: Operation,
  retryAfterMs: number | null,
): Promise<"again" | "done"> {
  const { db, owner } = executor;
  if (step.op === "StepError" && (await retryLater(executor, work, retryAfterMs))) return "done";
  const named = { id: step.id, name: step.displayName };
  const kept = await keepStep(db, work, owner, named, toResult(step));
  return kept ? "again" : "done";
}

const toResult = (step: Operation): StepResult =>
  step.op === "StepError" || step.op === "StepFailed"
    ? { type: "error", error: step.error }
    : { type: "data", data: step.data };

async function plan(
  executor: Executor,
  work: Work,
  run: RunState,
  operations: Operation[],
): Promise<"again" | "done"> {
  const { db, registry, owner } = executor;
  try {
    const found = { work, owner, version: run.version, operations };
    const planned = await planOperations(db, registry, found);
    return planned === "again" ? "again" : "done";
  } catch (error) {
    if (!(error instanceof UnsupportedOperation)) throw error;
    log.error({ err: error, runId: work.runId }, "operation not supported");
    const failure = { name: error.name, message: error.message };
    const holder = { workId: work.id, owner };
    await endRun(db, work.runId, { status: "failed", error: failure }, holder);
    return "done";
  }
}

async function runPlannedStep(executor: Executor, work: Work): Promise<void> {
  const { db, owner } = executor;
  const run = await loadRun(db, work, owner);
  if (run?.status !== "running") return dropWork(db, work, owner);
  const outcome = await call(executor, work, run);
  const step =
    outcome.type === "operations" ? outcome.operations.find((op) => op.id === work.stepId) : null;
  if (step && isStepEnd(step)) {
    const wait = outcome.type === "operations" ? outcome.retryAfterMs : null;
    if (step.op === "StepError" && (await retryLater(executor, work, wait))) return;
    await completeStep(db, work, owner, toResult(step), step.displayName);
    return;
  }
  await settleLostStep(executor, work, outcome);
}

/** The function did not come to the planned step: its code outside steps failed, or it has changed. */
async function settleLostStep(executor: Executor, work: Work, outcome: Outcome): Promise<void> {
  const { db, owner } = executor;
  const failed = outcome.type === "failed" ? outcome : null;
  if (
    failed?.retryable !== false &&
    (await retryLater(executor, work, failed?.retryAfterMs ?? null))
  )
    return;
  const message = "The function did not come to this step again. Was its code changed?";
  const error = failed?.error ?? { name: "Error", message };
  await endRun(db, work.runId, { status: "failed", error }, { workId: work.id, owner });
}

/** Puts work off to its next attempt. False when it has used them up. */
async function retryLater(
  executor: Executor,
  work: Work,
  retryAfterMs: number | null,
): Promise<boolean> {
  const attempt = work.attempt + 1;
  const maxAttempts = executor.registry.get(work.functionId)?.maxAttempts ?? 1;
  if (attempt >= maxAttempts) return false;
  const waitMs = retryAfterMs ?? backoffMs(work.attempt, executor.timing.backoff);
  const dueAt = new Date(Date.now() + waitMs);
  await postponeWork(executor.db, work, executor.owner, { attempt, dueAt });
  return true;
}
