import { z } from "zod";
import { correctMask } from "#lib/batches/correct-mask.ts";
import { suggestMask } from "#lib/batches/suggest-mask.ts";
import { suggestedMaskForm } from "#lib/batches/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams, taskForm } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({ maskId: z.string() }),
  openapi: {
    method: "post",
    path: "/api/v1/tasks/{id}/mask",
    summary: "Make the model of one photo again with a mask you drew",
    description: "`mask_id` is a picture sent to `/api/v1/images`: white is the subject.",
    tags: ["Batches"],
    responses: { 202: taskForm },
  },
  handle: async ({ ctx, params, body }) =>
    answer(202, await correctMask(ctx, { taskId: params.id, maskId: body.maskId })),
});

export const GET = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/tasks/{id}/mask",
    summary: "The mask of one photo, to correct it",
    description: "What is taken for the subject is white. It is looked for when there is none yet.",
    tags: ["Batches"],
    responses: { 200: suggestedMaskForm },
  },
  handle: ({ ctx, params }) => suggestMask(ctx, params.id),
});
