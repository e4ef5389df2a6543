import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { declineForm, declineQuote } from "#lib/quotes/decline-quote.ts";
import { quoteForm } from "#lib/quotes/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: declineForm,
  openapi: {
    method: "post",
    path: "/api/v1/quotes/{id}/decline",
    summary: "End the talk, from either side",
    description: "409 when it has ended already.",
    tags: ["Quotes"],
    responses: { 200: quoteForm },
  },
  handle: ({ ctx, params, body }) => declineQuote(ctx, { quoteId: params.id, ...body }),
});
