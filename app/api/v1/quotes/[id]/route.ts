import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { getQuote } from "#lib/quotes/get-quote.ts";
import { quoteForm } from "#lib/quotes/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/quotes/{id}",
    summary: "A quote with its proof, offers and messages",
    tags: ["Quotes"],
    responses: { 200: quoteForm },
  },
  handle: ({ ctx, params }) => getQuote(ctx, params.id),
});
