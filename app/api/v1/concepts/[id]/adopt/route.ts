import { z } from "zod";
import { adoptConcept } from "#lib/concepts/adopt-concept.ts";
import { CHANGE_LIMIT } from "#lib/designs/change-limit.ts";
import { designChangeForm } from "#lib/designs/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  limit: CHANGE_LIMIT,
  openapi: {
    method: "post",
    path: "/api/v1/concepts/{id}/adopt",
    summary: "Make a concept's numbers the design's newest revision",
    description:
      "A concept of another kind becomes a design of its own. 409 for a picture without numbers.",
    tags: ["Concepts"],
    responses: { 200: designChangeForm.extend({ isNewDesign: z.boolean() }) },
  },
  async handle({ ctx, params }) {
    const { design, ...change } = await adoptConcept(ctx, { conceptId: params.id });
    return { ...design, ...change };
  },
});
