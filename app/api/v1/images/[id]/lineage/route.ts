import { getLineage } from "#lib/concepts/get-lineage.ts";
import { lineageForm } from "#lib/concepts/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/images/{id}/lineage",
    summary: "How a picture came to be",
    tags: ["Pictures"],
    responses: { 200: lineageForm },
  },
  handle: ({ ctx, params }) => getLineage(ctx, { imageId: params.id }),
});
