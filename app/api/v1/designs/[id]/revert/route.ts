import { z } from "zod";
import { revertDesign } from "#lib/designs/revert-design.ts";
import { designChangeForm } from "#lib/designs/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({
    toRevision: z.number().int().min(1).optional(),
    baseRevision: z.number().int().min(1).optional(),
  }),
  openapi: {
    method: "post",
    path: "/api/v1/designs/{id}/revert",
    summary: "A new revision equal to an older one; by default the one before the last change",
    tags: ["Designs"],
    responses: { 200: designChangeForm },
  },
  async handle({ ctx, params, body, effectId }) {
    const { design, ...jobs } = await revertDesign(ctx, {
      designId: params.id,
      ...body,
      effectId,
    });
    return { ...design, ...jobs };
  },
});
