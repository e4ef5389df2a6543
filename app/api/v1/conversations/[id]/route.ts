import { z } from "zod";
import { deleteConversation } from "#lib/conversations/delete-conversation.ts";
import { getConversation } from "#lib/conversations/get-conversation.ts";
import { MAX_DESCRIPTION_LENGTH } from "#lib/conversations/types.ts";
import { updateConversation } from "#lib/conversations/update-conversation.ts";
import { conversationDetailsForm, conversationForm } from "#lib/conversations/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

const PATH = "/api/v1/conversations/{id}";
const TAGS = ["Conversations"];

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ allVersions: z.stringbool().optional() }),
  openapi: {
    method: "get",
    path: PATH,
    summary: "A conversation with its messages and pictures",
    description:
      "The version that is shown; `all_versions` brings also what was edited or answered anew.",
    tags: TAGS,
    responses: { 200: conversationDetailsForm },
  },
  handle: ({ ctx, params, query }) => getConversation(ctx, { conversationId: params.id, ...query }),
});

export const PATCH = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({
    title: z.string().optional(),
    description: z.string().max(MAX_DESCRIPTION_LENGTH).nullable().optional(),
    pinned: z.boolean().optional(),
    archived: z.boolean().optional(),
  }),
  openapi: {
    method: "patch",
    path: PATH,
    summary: "Rename a conversation, describe it, pin it, put it away",
    tags: TAGS,
    responses: { 200: conversationForm },
  },
  handle: ({ ctx, params, body }) =>
    updateConversation(ctx, { conversationId: params.id, ...body }),
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
