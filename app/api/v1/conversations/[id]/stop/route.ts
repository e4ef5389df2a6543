import { z } from "zod";
import { stopAnswer } from "#lib/conversations/stop-answer.ts";
import { messageForm } from "#lib/conversations/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "post",
    path: "/api/v1/conversations/{id}/stop",
    summary: "Stop the answer that is being written and keep what it said; 204 when there is none",
    tags: ["Conversations"],
    responses: { 200: messageForm, 204: z.null() },
  },
  handle: async ({ ctx, params }) =>
    (await stopAnswer(ctx, { conversationId: params.id })) ?? answer(204, null),
});
