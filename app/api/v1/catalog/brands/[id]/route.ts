import { z } from "zod";
import { brandRating, rateBrand } from "#lib/catalog/rate-brand.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const PATCH = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: brandRating,
  openapi: {
    method: "patch",
    path: "/api/v1/catalog/brands/{id}",
    summary: "How a brand is rated: mean stars and how many; answers its score (admins)",
    tags: ["Shop"],
    responses: { 200: z.object({ score: z.number() }) },
  },
  handle: ({ ctx, params, body }) => rateBrand(ctx, { brandId: params.id, ...body }),
});
