import { defineRoute } from "#lib/http/define-route.ts";
import { cancelTask } from "#lib/jobs/cancel-task.ts";
import { idParams, taskForm } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  idempotent: true,
  openapi: {
    method: "post",
    path: "/api/v1/tasks/{id}/cancel",
    summary: "Stop one task; the others of its job go on",
    tags: ["Jobs"],
    responses: { 200: taskForm },
  },
  handle: ({ ctx, params }) => cancelTask(ctx, params.id),
});
