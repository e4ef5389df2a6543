import { z } from "zod";
import { sendMessage } from "#lib/conversations/send-message.ts";
import { turnForm } from "#lib/conversations/wire.ts";
import { answerTurn } from "#lib/http/answer-turn.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const chatBody = z.object({
  conversationId: z.string(),
  message: z.string(),
  attachments: z
    .array(z.string())
    .optional()
    .describe(
      "Ids of uploaded pictures; without it a message that replaces another keeps its pictures.",
    ),
  replacesId: z
    .string()
    .optional()
    .describe("A message of yours in whose place this one is said; the other stays as a version."),
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
  async handle({ ctx, body, request, effectId }) {
    const { message: text, conversationId, clientMessageId = effectId, ...rest } = body;
    const sent = await sendMessage(ctx, {
      ...{ conversationId, text, ...rest },
      ...(clientMessageId && { clientMessageId }),
    });
    return answerTurn(ctx, sent, request);
  },
});
