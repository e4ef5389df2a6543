import type { UIMessageChunk } from "ai";
import type { Ctx } from "#lib/context.ts";
import { newsOf } from "#lib/jobs/event-stream.ts";
import { EVENT_PAGE, eventsAfter } from "#lib/jobs/read-events.ts";
import { requireConversation } from "./find-conversation.ts";
import { settleAnswer } from "./settle-answer.ts";
import { batchesOf, type ChunkBatch, newestAttempts, readBatches } from "./turn/chunk-log.ts";

export interface MessageStreamInput {
  conversationId: string;
  /** By default the answer that is being written. */
  messageId?: string;
  /** Job event after which to go on; by default the answer is replayed from its start. */
  afterId?: number;
  signal?: AbortSignal;
}

const HEARTBEAT_MS = 15_000;

/**
 * The answer as the AI SDK's UI message stream (server-sent events), read from stored events: what was written so far,
 * then what comes, until its end. Null when nothing is being written. Throws `not_found`.
 *
 * Breaks off without an end when a step begins anew after a failure: the reader comes back and gets the new attempt.
 */
export async function messageStream(
  ctx: Ctx,
  input: MessageStreamInput,
): Promise<ReadableStream<Uint8Array> | null> {
  const { id } = await requireConversation(ctx, input.conversationId, "read");
  const message = await ctx.db.message.findFirst({
    where: {
      conversationId: id,
      role: "assistant",
      ...(input.messageId ? { id: input.messageId } : { status: "streaming" as const }),
    },
    select: { jobId: true },
  });
  if (!message?.jobId) return null;
  return streamOf(ctx, message.jobId, input);
}

function streamOf(
  ctx: Pick<Ctx, "db">,
  jobId: string,
  input: MessageStreamInput,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const leave = new AbortController();
  const signal = input.signal ? AbortSignal.any([input.signal, leave.signal]) : leave.signal;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const beat = setInterval(() => send(": heartbeat\n\n"), HEARTBEAT_MS);
      signal.addEventListener("abort", () => clearInterval(beat), { once: true });
      followChunks(ctx, jobId, input.afterId ?? 0, signal, send)
        .then(
          () => controller.close(),
          (error: unknown) => controller.error(error),
        )
        // A reader that left has closed it already.
        .catch(() => undefined)
        .finally(() => {
          // Also when the reader had left before the stream began: no abort is told then.
          clearInterval(beat);
          leave.abort();
        });
    },
    cancel: () => leave.abort(),
  });
}

async function followChunks(
  ctx: Pick<Ctx, "db">,
  jobId: string,
  afterId: number,
  signal: AbortSignal,
  send: (text: string) => void,
): Promise<void> {
  const news = newsOf(jobId, signal);
  const sent = new Map<number, number>();
  let last = 0;
  // Read before the events: what has ended by then has its last chunk stored.
  let state = await settleAnswer(ctx, { jobId });
  const newest = newestAttempts(await readBatches(ctx.db, jobId));
  try {
    while (!signal.aborted) {
      const events = await eventsAfter(ctx.db, { jobId, afterId: last });
      for (const event of events) {
        last = event.id;
        const [batch] = batchesOf([event]);
        if (!batch || (newest.get(batch.step) ?? 0) > batch.attempt) continue;
        refuseSecondAttempt(sent, batch);
        if (event.id > afterId) sendChunks(batch.chunks, event.id, send);
        if (batch.chunks.some(isEnd)) return send("data: [DONE]\n\n");
      }
      if (events.length === EVENT_PAGE) continue;
      if (state === "ended") return;
      state = await settleAnswer(ctx, { jobId });
      if (state === "writing") await news.next();
    }
  } finally {
    news.stop();
  }
}

/** A reader that has seen an attempt of a step cannot be shown another one: it must start over. */
function refuseSecondAttempt(sent: Map<number, number>, batch: ChunkBatch): void {
  const shown = sent.get(batch.step) ?? batch.attempt;
  if (shown !== batch.attempt) throw new Error("The answer begins anew.");
  sent.set(batch.step, shown);
}

function sendChunks(chunks: UIMessageChunk[], id: number, send: (text: string) => void): void {
  for (const chunk of chunks) send(`id: ${id}\ndata: ${JSON.stringify(chunk)}\n\n`);
}

const isEnd = ({ type }: UIMessageChunk) =>
  type === "finish" || type === "abort" || type === "error";
