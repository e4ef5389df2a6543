import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { counterForm, counterQuote } from "#lib/quotes/counter-quote.ts";
import { quoteForm } from "#lib/quotes/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: counterForm,
  openapi: {
    method: "post",
    path: "/api/v1/quotes/{id}/counter",
    summary: "Name another sum (the customer)",
    description: "409 without an offer on the table.",
    tags: ["Quotes"],
    responses: { 200: quoteForm },
  },
  handle: ({ ctx, params, body }) => counterQuote(ctx, { quoteId: params.id, ...body }),
});
