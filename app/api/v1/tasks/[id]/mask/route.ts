import { z } from "zod";
import { correctMask } from "#lib/batches/correct-mask.ts";
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
