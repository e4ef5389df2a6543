import { z } from "zod";
import { showVersion } from "#lib/conversations/show-version.ts";
import { conversationDetailsForm } from "#lib/conversations/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({ messageId: z.string() }),
  openapi: {
    method: "post",
    path: "/api/v1/conversations/{id}/show",
    summary: "Show the version of the conversation that a message belongs to",
    description: "Its designs go back to where they stood there, as new revisions.",
    tags: ["Conversations"],
    responses: { 200: conversationDetailsForm },
  },
  handle: ({ ctx, params, body }) => showVersion(ctx, { conversationId: params.id, ...body }),
});
