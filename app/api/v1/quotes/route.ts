import { z } from "zod";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";
import { listQuotes } from "#lib/quotes/list-quotes.ts";
import { QUOTE_STATES } from "#lib/quotes/machine.ts";
import { requestQuotes, requestQuotesForm } from "#lib/quotes/request-quotes.ts";
import { quoteSummaryForm, requestedForm } from "#lib/quotes/wire.ts";

const PATH = "/api/v1/quotes";
const TAGS = ["Quotes"];

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery.extend({
    as: z.enum(["customer", "atelier"]).optional().describe("Only those of this side of yours."),
    status: z.enum(QUOTE_STATES).optional(),
  }),
  openapi: {
    method: "get",
    path: PATH,
    summary: "Your quotes, asked for or asked of you, the last moved first",
    tags: TAGS,
    responses: {
      200: z.object({ items: z.array(quoteSummaryForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, query: { status, ...query } }) =>
    listQuotes(ctx, { ...query, ...(status && { status: [status] }) }),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  body: requestQuotesForm,
  openapi: {
    method: "post",
    path: PATH,
    summary: "Ask ateliers what a design would cost",
    description:
      "Locks the newest revision with its files as a proof that never changes, and asks 1 to 10 ateliers. 409 with the difference when `revision` is not the newest, and while the files are being made (Retry-After).",
    tags: TAGS,
    responses: { 201: requestedForm },
  },
  handle: async ({ ctx, body, effectId }) =>
    answer(201, await requestQuotes(ctx, { ...body, effectId })),
});
