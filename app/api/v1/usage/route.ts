import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { ownNumbers } from "#lib/usage/own-numbers.ts";

const count = z.number().int();

export const GET = defineRoute({
  auth: { scope: "read" },
  openapi: {
    method: "get",
    path: "/api/v1/usage",
    summary: "Your own numbers: what is there, how long it took, what rented services charged",
    tags: ["Profile"],
    responses: {
      200: z.object({
        ...{ designs: count, revisions: count, pictures: count, models: count },
        ...{ messages: count, collections: count },
        workedSeconds: count.describe("All finished jobs together, from start to end."),
        costs: z.array(
          z.object({
            month: z.string().describe("`2026-11`"),
            provider: z.string(),
            orders: count,
            costMicroUsd: count.describe("Millionths of a USD, by the provider's price list."),
          }),
        ),
      }),
    },
  },
  handle: ({ ctx }) => ownNumbers(ctx),
});
