import {
  convertToModelMessages,
  isStepCount,
  type ModelMessage,
  streamText,
  type ToolSet,
  toUIMessageStream,
} from "ai";
import type { Ctx } from "#lib/context.ts";
import { isAppError, unavailable } from "#lib/shared/errors.ts";
import { designerInstructions } from "../instructions.ts";
import { designerTools } from "../tools/index.ts";
import { sentPictureIds, withPictures } from "./attached-pictures.ts";
import { ChunkWriter, newestAttempts, readBatches } from "./chunk-log.ts";
import { loadCurrentDesign, loadHistory, type Turn } from "./turn.ts";

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
  });
  const past = await convertToModelMessages(await withPictures(ctx, history), {
    tools,
    ignoreIncompleteToolCalls: true,
  });
  return streamStep(ctx, turn, {
    step,
    attempt: 1 + (newestAttempts(batches).get(step) ?? 0),
    instructions: designerInstructions(current, turn.locale, sentPictureIds(history)),
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
  for await (const chunk of readAll(chunks)) {
    if (chunk.type === "error" || chunk.type === "abort") continue;
    await writer.write(chunk);
  }
  await writer.flush();
  if (signal?.aborted) return { messages: [], goesOn: false };
  if (failure !== undefined) throw toModelError(failure);
  const said = await result.responseMessages;
  return { messages: said, goesOn: (await result.finishReason) === "tool-calls" };
}

/** What a tool's failure is told as, to the model and the page. */
function errorText(error: unknown): string {
  return isAppError(error) ? error.userMessage : "This did not work. Try it once more.";
}

function toModelError(cause: unknown): Error {
  if (isAppError(cause)) return cause;
  return unavailable("The designer did not answer. Try again in a moment.", { cause });
}

async function* readAll<Chunk>(stream: ReadableStream<Chunk>): AsyncGenerator<Chunk> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
