import { z } from "zod";
import { resyncCatalog } from "#lib/catalog/resync-catalog.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: z.strictObject({
    catalog: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/)
      .default("main"),
  }),
  openapi: {
    method: "post",
    path: "/api/v1/catalog/resync",
    summary: "Compare a catalogue with its vectors and repair what differs (admins)",
    tags: ["Shop"],
    responses: {
      200: z.object({
        due: z.number().int(),
        removedVectors: z.number().int(),
        removedFiles: z.number().int(),
      }),
    },
  },
  handle: ({ ctx, body }) => resyncCatalog(ctx, body.catalog),
});
