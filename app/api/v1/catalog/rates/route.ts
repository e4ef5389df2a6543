import { z } from "zod";
import { ratesInput, setRates } from "#lib/catalog/set-rates.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: ratesInput,
  openapi: {
    method: "post",
    path: "/api/v1/catalog/rates",
    summary: "Exchange rates of a day, by which prices compare (admins)",
    tags: ["Shop"],
    responses: { 200: z.object({ asOf: z.string() }) },
  },
  handle: ({ ctx, body }) => setRates(ctx, body),
});
