import { z } from "zod";
import { readBytes } from "#lib/http/body.ts";
import { defineRoute } from "#lib/http/define-route.ts";

/** An answer of a model holds addresses, not files. */
const LARGEST_BYTES = 2 * 1024 * 1024;

export const POST = defineRoute({
  auth: "public",
  body: "raw",
  openapi: {
    method: "post",
    path: "/api/v1/webhooks/fal",
    summary: "Where fal tells that an order has ended",
    description:
      "Signed by fal; anything else is answered 401. The same call again changes nothing.",
    tags: ["Providers"],
    responses: { 200: z.object({ received: z.literal(true) }) },
  },
  async handle({ ctx, request }) {
    const body = await readBytes(request, LARGEST_BYTES);
    const callback = { headers: request.headers, body, now: ctx.now() };
    await ctx.adapters.inference.takeCallback(callback);
    return { received: true };
  },
});
