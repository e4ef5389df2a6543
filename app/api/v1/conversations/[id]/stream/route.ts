import { z } from "zod";
import { messageStream } from "#lib/conversations/message-stream.ts";
import { streamAnswer } from "#lib/conversations/stream-answer.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ messageId: z.string().optional() }),
  openapi: {
    method: "get",
    path: "/api/v1/conversations/{id}/stream",
    summary: "The answer that is being written, from its start; 204 when there is none",
    description: "The AI SDK's UI message stream. Reading it changes nothing.",
    tags: ["Conversations"],
    responses: { 200: "sse", 204: z.null() },
  },
  async handle({ ctx, params, query, request }) {
    const { signal } = request;
    const stream = await messageStream(ctx, { conversationId: params.id, ...query, signal });
    return stream ? streamAnswer(stream) : answer(204, null);
  },
});
