import { z } from "zod";
import { deleteConversation } from "#lib/conversations/delete-conversation.ts";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { renameConversation } from "#lib/conversations/rename-conversation.ts";
import { conversationDetailsForm, conversationForm } from "#lib/conversations/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

const PATH = "/api/v1/conversations/{id}";
const TAGS = ["Conversations"];

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: PATH,
    summary: "A conversation with its messages and pictures",
    tags: TAGS,
    responses: { 200: conversationDetailsForm },
  },
  handle: ({ ctx, params }) => getConversation(ctx, { conversationId: params.id }),
});

export const PATCH = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({
    title: z.string().optional(),
    description: z.string().max(2000).nullable().optional(),
  }),
  openapi: {
    method: "patch",
    path: PATH,
    summary: "Rename a conversation",
    tags: TAGS,
    responses: { 200: conversationForm },
  },
  handle: ({ ctx, params, body }) =>
    renameConversation(ctx, { conversationId: params.id, ...body }),
});

export const DELETE = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "delete",
    path: PATH,
    summary: "Delete a conversation with its messages, designs, pictures and files",
    tags: TAGS,
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await deleteConversation(ctx, { conversationId: params.id });
    return answer(204, null);
  },
});
