import { z } from "zod";
import { compareRevisions } from "#lib/designs/compare-revisions.ts";
import { comparisonForm } from "#lib/designs/compare-wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

const number = z.coerce.number().int().min(1);

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ from: number, to: number }),
  limit: { name: "compare", points: 60, seconds: 60 },
  openapi: {
    method: "get",
    path: "/api/v1/designs/{id}/compare",
    summary:
      "Two revisions side by side: solids added and removed, changes in mm, g, money and findings",
    tags: ["Designs"],
    responses: { 200: comparisonForm },
  },
  handle: ({ ctx, params, query }) => compareRevisions(ctx, { designId: params.id, ...query }),
});
