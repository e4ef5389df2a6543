import type { ModelMessage } from "ai";
import type { Ctx } from "#lib/context.ts";
import { failTask, succeedTask } from "#lib/jobs/end-task.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import { toTaskError } from "#lib/jobs/task-error.ts";
import { endTurn } from "./turn/end-turn.ts";
import { MAX_STEPS, runStep, type StepOutcome } from "./turn/run-step.ts";
import { loadTurn, type Turn } from "./turn/turn.ts";

/** The part of Inngest's step tools a turn needs. */
export interface TurnSteps {
  run<T>(id: string, work: () => Promise<T>): Promise<unknown>;
}

/**
 * Writes the answer of one chat turn (job kind `answer-message`): each call of the model is a durable step, whose chunks
 * are appended to the job's events. Sets the states of the job's task itself. A second run goes on after the last
 * finished step; what tools made is keyed by message and call, so nothing is made twice. A model that fails for good
 * ends the answer as failed, with what it had said kept.
 */
export async function answerMessage(
  ctx: Ctx,
  input: { jobId: string; step: TurnSteps; signal?: AbortSignal },
): Promise<{ messageId: string }> {
  const turn = await loadTurn(ctx, input.jobId);
  const started = await input.step.run("start", async () => {
    return (await startTask(ctx, turn.taskId)) !== null;
  });
  if (!started) return { messageId: turn.messageId };
  try {
    await runSteps(ctx, turn, input);
  } catch (error) {
    await input.step.run("fail", () => failAnswer(ctx, { jobId: turn.jobId, error }));
    return { messageId: turn.messageId };
  }
  await input.step.run("finish", async () => {
    await endTurn(ctx, turn, { status: "complete" });
    await succeedTask(ctx, turn.taskId, { message_id: turn.messageId });
  });
  return { messageId: turn.messageId };
}

async function runSteps(
  ctx: Ctx,
  turn: Turn,
  { step, signal }: { step: TurnSteps; signal?: AbortSignal },
): Promise<void> {
  const said: ModelMessage[] = [];
  for (let number = 1; number <= MAX_STEPS; number += 1) {
    const outcome = (await step.run(`model-${number}`, () =>
      runStep(ctx, turn, number, { earlier: said, signal }),
    )) as StepOutcome;
    said.push(...outcome.messages);
    if (!outcome.goesOn) return;
  }
}

/** Ends the answer of a job as failed: for a model that does not answer, and for work that was given up elsewhere. */
export async function failAnswer(
  ctx: Ctx,
  input: { jobId: string; error: unknown },
): Promise<void> {
  const turn = await loadTurn(ctx, input.jobId);
  const error = toTaskError(input.error);
  await endTurn(ctx, turn, { status: "failed", errorText: error.message });
  await failTask(ctx, turn.taskId, error);
}
