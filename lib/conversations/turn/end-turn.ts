import { isTextUIPart, readUIMessageStream, type UIMessage, type UIMessageChunk } from "ai";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { toJson } from "#lib/designs/row.ts";
import { appendEvent } from "#lib/jobs/append-event.ts";
import { wakeReaders } from "#lib/jobs/wake-ups.ts";
import { CHUNK_EVENT, type ChunkBatch, chunksThatCount, readBatches } from "./chunk-log.ts";
import type { Turn } from "./turn.ts";

/** How an answer ends, as its last chunk says. */
export type TurnEnd =
  | { status: "complete" }
  | { status: "stopped" }
  | { status: "failed"; errorText: string };

/** Above every step: the chunk that ends the answer. */
const END_STEP = 1_000;

/**
 * Stores the answer's final parts and says its end to every reader. What counts is what was shown: the parts are put together
 * from the stored chunks. False when the answer had ended before.
 */
export async function endTurn(
  ctx: Pick<Ctx, "db">,
  turn: Pick<Turn, "jobId" | "messageId">,
  end: TurnEnd,
): Promise<boolean> {
  const chunks = chunksThatCount(await readBatches(ctx.db, turn.jobId));
  const parts = finished(await assemble(turn.messageId, chunks), end);
  const last: ChunkBatch = { step: END_STEP, attempt: 1, chunks: [endChunk(end)] };
  const hasEnded = await ctx.db.$transaction(async (tx) => {
    const ended = await tx.message.updateMany({
      where: { id: turn.messageId, status: "streaming" },
      data: {
        status: end.status,
        parts: toJson(parts),
        content: textOf(parts),
        ...(end.status === "failed" && { metadata: toJson({ error: end.errorText }) }),
      },
    });
    if (ended.count === 0) return false;
    await markAnswered(tx, turn.messageId);
    await appendEvent(tx, turn.jobId, { type: CHUNK_EVENT, data: last });
    return true;
  });
  wakeReaders(turn.jobId);
  return hasEnded;
}

/** The conversation has something to read; when something was said last stays as it is. */
async function markAnswered(tx: Tx, messageId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Conversation" SET "answeredAt" = now() AT TIME ZONE 'UTC'
    WHERE "id" = (SELECT "conversationId" FROM "Message" WHERE "id" = ${messageId})`;
}

function endChunk(end: TurnEnd): UIMessageChunk {
  // The reason tells a reader that this end is one: a stream without it broke off and is read again.
  if (end.status === "complete") return { type: "finish", finishReason: "stop" };
  return end.status === "stopped" ? { type: "abort" } : { type: "error", errorText: end.errorText };
}

/** The message the chunks amount to. */
async function assemble(messageId: string, chunks: UIMessageChunk[]): Promise<UIMessage["parts"]> {
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const message: UIMessage = { id: messageId, role: "assistant", parts: [] };
  let parts = message.parts;
  for await (const state of readUIMessageStream({ message, stream })) parts = state.parts;
  return parts;
}

/** No part of a stored answer is still in the making: texts end, open tool calls say that they were cut off. */
function finished(parts: UIMessage["parts"], end: TurnEnd): UIMessage["parts"] {
  return parts
    .filter((part) => !("state" in part) || part.state !== "input-streaming")
    .map((part) => {
      if (isTextUIPart(part)) return { ...part, state: "done" as const };
      if (!("state" in part) || part.state !== "input-available") return part;
      const errorText = end.status === "stopped" ? "Stopped." : "This did not finish.";
      return { ...part, state: "output-error" as const, errorText };
    }) as UIMessage["parts"];
}

/** The readable text of parts. */
export function textOf(parts: UIMessage["parts"]): string {
  return parts
    .filter(isTextUIPart)
    .map((part) => part.text)
    .join("\n\n")
    .trim();
}
