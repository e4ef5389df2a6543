import { z } from "zod";
import { makeModelAgain } from "#lib/designs/make-model-again.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  limit: { name: "model-again", points: 20, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/designs/{id}/again",
    summary: "Make the newest revision's model again, and say what can differ",
    tags: ["Designs"],
    responses: {
      202: z.object({
        jobId: z.string(),
        again: z
          .object({ isExact: z.boolean(), message: z.string() })
          .describe("What making it again gives."),
      }),
    },
  },
  handle: async ({ ctx, params }) =>
    answer(202, { ...(await makeModelAgain(ctx, { designId: params.id })) }),
});
