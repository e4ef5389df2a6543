import { defineRoute } from "#lib/http/define-route.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { jobSaidIn } from "#lib/jobs/said-in.ts";
import { idParams, jobForm } from "#lib/jobs/wire.ts";
import { requestLocale } from "#lib/shared/locales.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/status/jobs/{id}/progress",
    summary: "How a job and each of its tasks stand",
    tags: ["Jobs"],
    responses: { 200: jobForm },
  },
  handle: async ({ ctx, params, request }) =>
    jobSaidIn(requestLocale(request.headers), await getJob(ctx, params.id)),
});
