import { defineRoute } from "#lib/http/define-route.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { idParams, jobForm } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  idempotent: true,
  openapi: {
    method: "post",
    path: "/api/v1/jobs/{id}/cancel",
    summary: "Stop a job; what is done stays",
    tags: ["Jobs"],
    responses: { 200: jobForm },
  },
  handle: ({ ctx, params }) => cancelJob(ctx, params.id),
});
