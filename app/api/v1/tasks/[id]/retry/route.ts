import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { retryTask } from "#lib/jobs/retry-task.ts";
import { idParams, retryBody, taskForm } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: retryBody,
  idempotent: true,
  openapi: {
    method: "post",
    path: "/api/v1/tasks/{id}/retry",
    summary: "Try a task that failed or was stopped again, alone",
    tags: ["Jobs"],
    responses: { 202: taskForm },
  },
  handle: async ({ ctx, params, body }) => answer(202, await retryTask(ctx, params.id, body)),
});
