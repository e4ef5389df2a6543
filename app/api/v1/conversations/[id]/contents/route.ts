import { countContents } from "#lib/conversations/count-contents.ts";
import { conversationContentsForm } from "#lib/conversations/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/conversations/{id}/contents",
    summary: "What would go if the conversation were deleted",
    tags: ["Conversations"],
    responses: { 200: conversationContentsForm },
  },
  handle: ({ ctx, params }) => countContents(ctx, { conversationId: params.id }),
});
