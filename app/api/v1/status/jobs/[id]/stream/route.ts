import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { answerStream } from "#lib/jobs/answer-stream.ts";
import { idParams, streamQuery } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: streamQuery,
  openapi: {
    method: "get",
    path: "/api/v1/status/jobs/{id}/stream",
    aliases: ["/api/v1/status/stream/{id}"],
    summary: "A job's events as they come",
    description:
      "Events: progress, task_completed, task_failed, job_completed. Resumes after Last-Event-ID, ends with the job.",
    tags: ["Jobs"],
    responses: { 200: "sse", 204: z.null() },
  },
  handle: ({ ctx, params, query, request }) =>
    answerStream(ctx, { jobId: params.id, request, ...query }),
});
