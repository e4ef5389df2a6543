import {
  convertToModelMessages,
  InvalidToolInputError,
  isStepCount,
  type ModelMessage,
  NoSuchToolError,
  type StreamTextResult,
  streamText,
  type ToolSet,
  toUIMessageStream,
} from "ai";
import { toChatModelError } from "#lib/adapters/chat-model/errors.ts";
import type { Ctx } from "#lib/context.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { designerInstructions } from "../instructions.ts";
import { designerTools } from "../tools/index.ts";
import { spentIn } from "../tools/spending.ts";
import { sentPictures, withPictures } from "./attached-pictures.ts";
import { ChunkWriter, newestAttempts, readBatches, toolResults } from "./chunk-log.ts";
import { repairOnce } from "./repair-tool-call.ts";
import { loadCurrentDesign, loadHistory, type Turn } from "./turn.ts";

/** Most calls of the model in one turn; the last may only talk, so that an answer never ends in the middle. */
export const MAX_STEPS = 8;

export interface StepOutcome {
  /** What the model and its tools said, to be put before the next step. */
  messages: ModelMessage[];
  /** Tools were called: the model has more to say. */
  goesOn: boolean;
}

/**
 * One call of the model with the tools it calls, its chunks written to the job's events. Run again after a crash it
 * writes a new attempt, and the tools' effects are found made. Throws `unavailable` when the model fails.
 */
export async function runStep(
  ctx: Ctx,
  turn: Turn,
  step: number,
  { earlier, signal }: { earlier: readonly ModelMessage[]; signal?: AbortSignal | undefined },
): Promise<StepOutcome> {
  const [history, current, batches] = await Promise.all([
    loadHistory(ctx, turn),
    loadCurrentDesign(ctx, turn),
    readBatches(ctx.db, turn.jobId),
  ]);
  const tools = designerTools({
    ctx,
    conversationId: turn.conversationId,
    messageId: turn.messageId,
    prompt: turn.prompt,
    designId: current?.designId ?? null,
    step,
    calledBefore: callsIn(earlier),
    knownResults: toolResults(batches, step),
    budget: turn.budget === null ? null : turn.budget - spentIn(earlier),
  });
  const past = await convertToModelMessages(await withPictures(ctx, history), {
    tools,
    ignoreIncompleteToolCalls: true,
  });
  return streamStep(ctx, turn, {
    step,
    attempt: 1 + (newestAttempts(batches).get(step) ?? 0),
    instructions: designerInstructions(
      current,
      turn.locale,
      await sentPictures(ctx, history),
      turn.ringSystem,
    ),
    messages: [...past, ...earlier],
    tools,
    signal,
  });
}

interface StepCall {
  step: number;
  attempt: number;
  instructions: string;
  messages: ModelMessage[];
  tools: ToolSet;
  signal: AbortSignal | undefined;
}

async function streamStep(ctx: Ctx, turn: Turn, call: StepCall): Promise<StepOutcome> {
  let failure: unknown;
  const { instructions, messages, tools, signal } = call;
  const result = streamText({
    model: ctx.adapters.chatModel.model,
    instructions,
    messages,
    tools,
    stopWhen: isStepCount(1),
    repairToolCall: repairOnce(ctx.adapters.chatModel.model),
    // The durable function tries again itself, later and without holding a connection.
    maxRetries: 0,
    ...(call.step >= MAX_STEPS && { toolChoice: "none" as const }),
    ...(signal && { abortSignal: signal }),
    onError: ({ error }) => {
      failure = error;
    },
  });
  const writer = new ChunkWriter(ctx, turn.jobId, { step: call.step, attempt: call.attempt });
  const chunks = toUIMessageStream({
    stream: result.stream,
    tools,
    sendStart: call.step === 1,
    sendFinish: false,
    generateMessageId: () => turn.messageId,
    onError: errorText,
  });
  // A connection cut in the middle: what was said until then stays.
  const onCut = (error: unknown) => {
    failure ??= error;
  };
  for await (const chunk of readAll(chunks, onCut)) {
    if (chunk.type === "error" || chunk.type === "abort") continue;
    await writer.write(chunk);
    // What a tool did must be known to a second attempt.
    if (chunk.type === "tool-output-available") await writer.flush();
  }
  await writer.flush();
  if (signal?.aborted) return { messages: [], goesOn: false };
  if (failure !== undefined) throw toChatModelError(failure);
  const [said, finishReason] = await endOf(result);
  return { messages: said, goesOn: finishReason === "tool-calls" };
}

/** What the model said in all. A stream that was cut off before anything was whole has no end. */
function endOf(
  result: Pick<StreamTextResult<ToolSet, never, never>, "responseMessages" | "finishReason">,
) {
  return Promise.all([result.responseMessages, result.finishReason]).catch((error: unknown) => {
    throw toChatModelError(error);
  });
}

/** Tool calls that earlier steps of the turn made. */
function callsIn(messages: readonly ModelMessage[]): number {
  return messages
    .flatMap(({ role, content }) => (role === "assistant" && Array.isArray(content) ? content : []))
    .filter((part) => part.type === "tool-call").length;
}

/** What a tool's failure is told as, to the model and the page. */
function errorText(error: unknown): string {
  if (isAppError(error)) return error.userMessage;
  if (NoSuchToolError.isInstance(error)) return `The designer has no tool "${error.toolName}".`;
  if (InvalidToolInputError.isInstance(error)) {
    return "The designer's own note could not be read, also when it wrote it again. Say it in other words.";
  }
  return "This did not work. Try it once more.";
}

async function* readAll<Chunk>(
  stream: ReadableStream<Chunk>,
  onCut: (error: unknown) => void,
): AsyncGenerator<Chunk> {
  const reader = stream.getReader();
  for (;;) {
    const next = await reader.read().catch((error: unknown) => {
      onCut(error);
      return { done: true as const, value: undefined };
    });
    if (next.done) return;
    yield next.value;
  }
}
