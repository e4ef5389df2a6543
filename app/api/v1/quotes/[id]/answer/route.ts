import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { answerForm, answerQuote } from "#lib/quotes/answer-quote.ts";
import { quoteForm } from "#lib/quotes/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: answerForm,
  openapi: {
    method: "post",
    path: "/api/v1/quotes/{id}/answer",
    summary: "Make an offer (the atelier)",
    description:
      "The total is recomputed from the lines. 409 when the quote has ended, or `offer` is not the one on the table.",
    tags: ["Quotes"],
    responses: { 200: quoteForm },
  },
  handle: ({ ctx, params, body }) => answerQuote(ctx, { quoteId: params.id, ...body }),
});
