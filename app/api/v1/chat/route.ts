import { z } from "zod";
import { getTurn } from "#lib/conversations/get-turn.ts";
import { messageStream } from "#lib/conversations/message-stream.ts";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { streamAnswer } from "#lib/conversations/stream-answer.ts";
import { turnForm } from "#lib/conversations/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { LONGEST_WAIT_S, waitForJob } from "#lib/jobs/wait-for-job.ts";

const chatBody = z.object({
  conversationId: z.string(),
  message: z.string(),
  attachments: z.array(z.string()).default([]).describe("Ids of uploaded pictures."),
  clientMessageId: z.string().max(100).optional().describe("The same id again sends nothing new."),
  designId: z.string().optional().describe("The design the message is about."),
  approvedMicroUsd: z
    .int()
    .min(0)
    .max(100_000_000)
    .optional()
    .describe("What the answer may spend, for people who want to be asked; millionths of a USD."),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  body: chatBody,
  limit: { name: "chat", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/chat",
    summary: "Say something to the designer",
    description:
      "Waits for the answer, or streams it (the AI SDK's UI message stream) with `Accept: text/event-stream`. The answer is written whether or not somebody reads it.",
    tags: ["Conversations"],
    responses: { 200: turnForm, 202: turnForm },
  },
  async handle({ ctx, body, request }) {
    const { message: text, conversationId, ...rest } = body;
    const sent = await sendMessage(ctx, { conversationId, text, ...rest });
    const messageId = sent.assistantMessage.id;
    const { signal } = request;
    if (request.headers.get("accept")?.includes("text/event-stream")) {
      const stream = await messageStream(ctx, { conversationId, messageId, signal });
      if (stream) return streamAnswer(stream);
    }
    await waitForJob(ctx, sent.jobId, { waitS: LONGEST_WAIT_S, signal });
    const turn = await getTurn(ctx, { conversationId, assistantMessageId: messageId });
    return answer(turn.assistantMessage.status === "streaming" ? 202 : 200, turn);
  },
});
