import { z } from "zod";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import { MAX_DESCRIPTION_LENGTH } from "#lib/conversations/types.ts";
import { conversationForm, listedConversationForm } from "#lib/conversations/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";

const TAGS = ["Conversations"];

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery.extend({
    q: z.string().max(200).optional().describe("Words of a title, a description or a message."),
    pinned: z.stringbool().optional().describe("Only those that are pinned, or only those not."),
    archived: z
      .stringbool()
      .optional()
      .describe("Only those put away, or only those not; without it the latter, in a search both."),
  }),
  openapi: {
    method: "get",
    path: "/api/v1/conversations",
    summary: "Your conversations, last used first",
    tags: TAGS,
    responses: {
      200: z.object({ items: z.array(listedConversationForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, query }) => listConversations(ctx, query),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  body: z.object({
    title: z.string().optional(),
    description: z.string().max(MAX_DESCRIPTION_LENGTH).optional(),
  }),
  openapi: {
    method: "post",
    path: "/api/v1/conversations",
    summary: "Begin a conversation",
    tags: TAGS,
    responses: { 201: conversationForm },
  },
  handle: async ({ ctx, body, effectId }) =>
    answer(201, await createConversation(ctx, { ...body, effectId })),
});
