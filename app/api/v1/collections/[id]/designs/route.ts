import { saveDesign, saveDesignInput } from "#lib/collections/save-design.ts";
import { savedDesignForm } from "#lib/collections/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: saveDesignInput.pick({ designId: true }),
  openapi: {
    method: "post",
    path: "/api/v1/collections/{id}/designs",
    summary: "Save a design to a collection",
    tags: ["Collections"],
    responses: { 200: savedDesignForm },
  },
  handle: ({ ctx, params, body }) => saveDesign(ctx, { ...body, collectionId: params.id }),
});
