import { z } from "zod";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { listConversations } from "#lib/conversations/list-conversations.ts";
import { conversationForm } from "#lib/conversations/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";

const TAGS = ["Conversations"];

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery,
  openapi: {
    method: "get",
    path: "/api/v1/conversations",
    summary: "Your conversations, last used first",
    tags: TAGS,
    responses: {
      200: z.object({ items: z.array(conversationForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, query }) => listConversations(ctx, query),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  body: z.object({ title: z.string().optional(), description: z.string().max(2000).optional() }),
  openapi: {
    method: "post",
    path: "/api/v1/conversations",
    summary: "Begin a conversation",
    tags: TAGS,
    responses: { 201: conversationForm },
  },
  handle: async ({ ctx, body }) => answer(201, await createConversation(ctx, body)),
});
