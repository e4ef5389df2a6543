import { defineRoute } from "#lib/http/define-route.ts";
import { fileResponse } from "#lib/http/file-response.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/images/{id}",
    summary: "A picture's bytes",
    tags: ["Pictures"],
    responses: { 200: "binary" },
  },
  async handle({ ctx, params, request }) {
    const { blobKey } = await requireImage(ctx, params.id);
    return fileResponse(ctx.adapters.blob, blobKey, request);
  },
});
