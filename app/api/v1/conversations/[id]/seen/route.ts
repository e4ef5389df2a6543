import { z } from "zod";
import { seeConversation } from "#lib/conversations/see-conversation.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "post",
    path: "/api/v1/conversations/{id}/seen",
    summary: "Say that you have looked at a conversation: its answers are no longer unread",
    tags: ["Conversations"],
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await seeConversation(ctx, { conversationId: params.id });
    return answer(204, null);
  },
});
