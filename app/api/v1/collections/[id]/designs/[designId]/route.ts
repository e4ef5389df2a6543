import { z } from "zod";
import { takeOutDesign } from "#lib/collections/take-out-design.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const DELETE = defineRoute({
  auth: { scope: "write" },
  params: idParams.extend({ designId: idParams.shape.id }),
  openapi: {
    method: "delete",
    path: "/api/v1/collections/{id}/designs/{designId}",
    summary: "Take a design out of a collection; the design stays",
    tags: ["Collections"],
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await takeOutDesign(ctx, { collectionId: params.id, designId: params.designId });
    return answer(204, null);
  },
});
