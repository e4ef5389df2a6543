import { defineRoute } from "#lib/http/define-route.ts";
import { getTask } from "#lib/jobs/get-job.ts";
import { idParams, taskForm } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/status/tasks/{id}",
    summary: "How a task stands",
    tags: ["Jobs"],
    responses: { 200: taskForm },
  },
  handle: ({ ctx, params }) => getTask(ctx, params.id),
});
