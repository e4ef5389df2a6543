import type { Ctx } from "../context.ts";
import { getTurn } from "../conversations/get-turn.ts";
import { messageStream } from "../conversations/message-stream.ts";
import type { SentMessage } from "../conversations/send-message.ts";
import { streamAnswer } from "../conversations/stream-answer.ts";
import { LONGEST_WAIT_S, waitForJob } from "../jobs/wait-for-job.ts";
import { answer } from "./answer.ts";

/** A chat turn as the client wants it: streamed, or whole once it is written; 202 with what there is when that takes too long. */
export async function answerTurn(ctx: Ctx, sent: SentMessage, request: Request) {
  const { id: messageId, conversationId } = sent.assistantMessage;
  const { signal } = request;
  if (request.headers.get("accept")?.includes("text/event-stream")) {
    const stream = await messageStream(ctx, { conversationId, messageId, signal });
    if (stream) return streamAnswer(stream);
  }
  await waitForJob(ctx, sent.jobId, { waitS: LONGEST_WAIT_S, signal });
  const turn = await getTurn(ctx, { conversationId, assistantMessageId: messageId });
  return answer(turn.assistantMessage.status === "streaming" ? 202 : 200, turn);
}
