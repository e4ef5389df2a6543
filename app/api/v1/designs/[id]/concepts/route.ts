import { z } from "zod";
import { listConcepts } from "#lib/concepts/list-concepts.ts";
import { conceptForm } from "#lib/concepts/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: listQuery.extend({
    favourites: z.stringbool().optional().describe("Only those marked as favourites."),
  }),
  openapi: {
    method: "get",
    path: "/api/v1/designs/{id}/concepts",
    summary: "Every concept picture of a design, newest first, with how it came to be",
    tags: ["Concepts"],
    responses: {
      200: z.object({ items: z.array(conceptForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, params, query }) => listConcepts(ctx, { designId: params.id, ...query }),
});
