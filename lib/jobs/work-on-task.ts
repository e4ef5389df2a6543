import type { Task } from "#generated/prisma/client.ts";
import type { Ctx } from "../context.ts";
import { log } from "../log.ts";
import { AppError, isAppError } from "../shared/errors.ts";
import { failTask, succeedTask } from "./end-task.ts";
import { watchJob } from "./job-signal.ts";
import { startOver } from "./start-over.ts";
import { startTask } from "./start-task.ts";
import { toTaskError } from "./task-error.ts";

/** Longest time one task may take over all its attempts, ms: work that takes the process down with it ends too. */
export const TASK_TIMEOUT_MS = 30 * 60 * 1000;

export interface TaskWork {
  taskId: string;
  /** True when no further attempt follows: a failure is then final. */
  lastAttempt: boolean;
  timeoutMs?: number;
  /** The work itself; what it answers is the task's result. It stops when the signal aborts. */
  work(task: Task, signal: AbortSignal): Promise<unknown>;
}

export type TaskOutcome = "succeeded" | "failed" | "stopped";

/**
 * Does the work of one task: starts it, ends it with its result, or fails it with what the user reads. Throws only
 * what another attempt may mend. "stopped" when the task or its job had ended, or ended meanwhile.
 */
export async function workOnTask(ctx: Ctx, input: TaskWork): Promise<TaskOutcome> {
  const { actor } = ctx;
  const jobId = actor.type === "job" ? actor.jobId : undefined;
  const begun = await startTask(ctx, input.taskId, jobId);
  if (!begun) return "stopped";
  const timeoutMs = input.timeoutMs ?? TASK_TIMEOUT_MS;
  const isOver = millisecondsLeft(ctx, begun, timeoutMs) === 0;
  const task = isOver ? await startOver(ctx, begun) : begun;
  if (!task) return failOrThrow(ctx, begun, tooLong(null), true);
  const leftMs = millisecondsLeft(ctx, task, timeoutMs);
  const watch = watchJob(ctx, task.jobId, task.id);
  const timeout = AbortSignal.timeout(leftMs);
  try {
    const signal = AbortSignal.any([watch.signal, timeout]);
    const result = await Promise.race([input.work(task, signal), rejectOnAbort(signal)]);
    return (await succeedTask(ctx, task.id, result)) ? "succeeded" : "stopped";
  } catch (error) {
    if (watch.signal.aborted) return "stopped";
    return await failOrThrow(
      ctx,
      task,
      timeout.aborted ? tooLong(error) : error,
      input.lastAttempt,
    );
  } finally {
    watch.stop();
  }
}

function millisecondsLeft(ctx: Ctx, task: Task, timeoutMs: number): number {
  const now = ctx.now().getTime();
  return Math.max(0, (task.startedAt?.getTime() ?? now) + timeoutMs - now);
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

const tooLong = (cause: unknown) =>
  new AppError("timeout", "This took too long and was stopped. Try it again.", { cause });

async function failOrThrow(
  ctx: Ctx,
  task: Task,
  error: unknown,
  lastAttempt: boolean,
): Promise<TaskOutcome> {
  const known = isAppError(error);
  if (!known) {
    ctx.adapters.errorReports.report(error, { jobId: task.jobId, taskId: task.id });
    log.error({ err: error, jobId: task.jobId, taskId: task.id }, "task failed");
  }
  const mayMend = known ? error.retryable : true;
  if (mayMend && !lastAttempt) throw error;
  return (await failTask(ctx, task.id, toTaskError(error))) ? "failed" : "stopped";
}
