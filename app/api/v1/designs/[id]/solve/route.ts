import { z } from "zod";
import { solveDesign } from "#lib/designs/solve-design.ts";
import { solveForm, solveTarget } from "#lib/designs/solve-wire.ts";
import { designChangeForm, specForm } from "#lib/designs/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: solveForm.extend({
    spec: specForm.optional().describe("Fields to change first, such as the alloy."),
    baseRevision: z.number().int().min(1).optional(),
  }),
  limit: { name: "solve", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/designs/{id}/solve",
    summary: "A new revision that weighs or costs what is aimed at, within 1 % below",
    description:
      "Moves the kind's free lengths inside its rules. 422 names the rule or the limit that binds.",
    tags: ["Designs"],
    responses: {
      200: designChangeForm.extend({
        value: z.number().describe("Reached by the final mesh, g or minor units."),
        builds: z.number().int(),
      }),
    },
  },
  async handle({ ctx, params, body, effectId }) {
    const { design, ...rest } = await solveDesign(ctx, {
      designId: params.id,
      target: solveTarget(body),
      patch: body.spec,
      baseRevision: body.baseRevision,
      effectId,
    });
    return { ...design, ...rest };
  },
});
