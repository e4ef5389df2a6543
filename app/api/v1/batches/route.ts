import { z } from "zod";
import { listBatches } from "#lib/batches/list-batches.ts";
import { batchSummaryForm } from "#lib/batches/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery,
  openapi: {
    method: "get",
    path: "/api/v1/batches",
    summary: "Your batches of photos, newest first",
    tags: ["Batches"],
    responses: {
      200: z.object({ items: z.array(batchSummaryForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, query }) => listBatches(ctx, query),
});
