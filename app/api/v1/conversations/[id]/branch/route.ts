import { z } from "zod";
import { branchConversation } from "#lib/conversations/branch-conversation.ts";
import { conversationDetailsForm } from "#lib/conversations/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({
    messageId: z.string().describe("The last message the branch begins with."),
    title: z.string().optional(),
  }),
  limit: { name: "branch", points: 30, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/conversations/{id}/branch",
    summary: "Begin a conversation like this one up to a message",
    description: "With copies of its designs as they stood then, and of its pictures.",
    tags: ["Conversations"],
    responses: { 201: conversationDetailsForm },
  },
  handle: async ({ ctx, params, body, effectId }) =>
    answer(201, await branchConversation(ctx, { conversationId: params.id, ...body, effectId })),
});
