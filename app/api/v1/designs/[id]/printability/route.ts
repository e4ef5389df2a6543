import { z } from "zod";
import { judgeDesign } from "#lib/designs/judge-design.ts";
import { verdictForm } from "#lib/designs/verdict-wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
  limit: { name: "printability", points: 60, seconds: 60 },
  openapi: {
    method: "get",
    path: "/api/v1/designs/{id}/printability",
    summary: "Whether a design can be cast or printed, process by process, and how it stands best",
    tags: ["Designs"],
    responses: { 200: verdictForm },
  },
  handle: ({ ctx, params, query }) =>
    judgeDesign(ctx, {
      designId: params.id,
      ...(query.revision && { revisionNumber: query.revision }),
    }),
});
