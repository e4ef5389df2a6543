import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { idParams } from "#lib/jobs/wire.ts";
import {
  addMilestone,
  MILESTONE_STAGES,
  MOST_MILESTONE_PHOTOS,
  milestoneForm,
} from "#lib/orders/add-milestone.ts";
import { orderForm } from "#lib/orders/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: "multipart",
  multipart: { files: MOST_MILESTONE_PHOTOS },
  limit: { name: "milestone", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/orders/{id}/milestone",
    summary: "Show a step of the work (the atelier); the first one begins it",
    description: `Fields \`stage\` (${MILESTONE_STAGES.join(", ")}), \`note\` and up to six \`photos\`.`,
    tags: ["Orders"],
    responses: { 201: orderForm },
  },
  async handle({ ctx, params, body, effectId }) {
    const step = parseInput(milestoneForm, body.fields);
    const photos = body.files.filter(({ bytes, filename }) => bytes > 0 || filename !== "");
    return answer(201, await addMilestone(ctx, { orderId: params.id, ...step, photos, effectId }));
  },
});
