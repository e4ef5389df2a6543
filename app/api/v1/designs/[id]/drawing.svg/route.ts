import { z } from "zod";
import { drawGarmentOf } from "#lib/designs/draw-garment-of.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
  openapi: {
    method: "get",
    path: "/api/v1/designs/{id}/drawing.svg",
    summary: "The technical drawing of a garment, SVG at 1:10: front, back, measures and pieces to cut",
    description: "404 for designs that are not sewn.",
    tags: ["Designs"],
    responses: { 200: "binary" },
  },
  async handle({ ctx, params, query }) {
    const svg = await drawGarmentOf(ctx, {
      designId: params.id,
      ...(query.revision && { revisionNumber: query.revision }),
    });
    return new Response(svg, {
      headers: {
        "content-type": "image/svg+xml; charset=utf-8",
        "cache-control": "private, max-age=60",
        // An SVG opened by itself is a page: it shall load and run nothing.
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    });
  },
});
