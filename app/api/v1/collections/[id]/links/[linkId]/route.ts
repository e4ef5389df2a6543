import { z } from "zod";
import { endShare } from "#lib/collections/end-share.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const DELETE = defineRoute({
  auth: { scope: "write" },
  params: idParams.extend({ linkId: idParams.shape.id }),
  openapi: {
    method: "delete",
    path: "/api/v1/collections/{id}/links/{linkId}",
    summary: "End a link at once",
    tags: ["Collections"],
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await endShare(ctx, { collectionId: params.id, linkId: params.linkId });
    return answer(204, null);
  },
});
