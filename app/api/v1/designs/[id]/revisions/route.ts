import { z } from "zod";
import { listRevisions } from "#lib/designs/list-revisions.ts";
import { revisionForm } from "#lib/designs/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: listQuery,
  openapi: {
    method: "get",
    path: "/api/v1/designs/{id}/revisions",
    summary: "Every revision of a design, newest first, each with what it changed",
    tags: ["Designs"],
    responses: {
      200: z.object({ items: z.array(revisionForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, params, query }) => listRevisions(ctx, { designId: params.id, ...query }),
});
