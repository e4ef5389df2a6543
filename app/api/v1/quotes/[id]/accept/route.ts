import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { acceptForm, acceptQuote } from "#lib/quotes/accept-quote.ts";
import { quoteForm } from "#lib/quotes/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: acceptForm,
  openapi: {
    method: "post",
    path: "/api/v1/quotes/{id}/accept",
    summary: "Take the other side's offer: it becomes an order",
    description:
      "409 when it has run out, when another offer took its place, or when the design changed since (with the difference; `revision` names the locked one to go on).",
    tags: ["Quotes"],
    responses: { 200: quoteForm },
  },
  handle: ({ ctx, params, body }) => acceptQuote(ctx, { quoteId: params.id, ...body }),
});
