import { z } from "zod";
import { regenerateAnswer } from "#lib/conversations/regenerate-answer.ts";
import { turnForm } from "#lib/conversations/wire.ts";
import { answerTurn } from "#lib/http/answer-turn.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({
    messageId: z.string().optional().describe("An answer; by default the last one."),
  }),
  limit: { name: "chat", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/conversations/{id}/regenerate",
    summary: "Answer a message once more",
    description:
      "From where the designs stood when the message was sent; the answer before stays as a version. Waits or streams like `POST /api/v1/chat`.",
    tags: ["Conversations"],
    responses: { 200: turnForm, 202: turnForm },
  },
  async handle({ ctx, params, body, request, effectId }) {
    const again = { conversationId: params.id, ...body, effectId };
    return answerTurn(ctx, await regenerateAnswer(ctx, again), request);
  },
});
