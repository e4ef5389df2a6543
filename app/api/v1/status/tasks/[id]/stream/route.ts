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
    path: "/api/v1/status/tasks/{id}/stream",
    summary: "A task's events as they come",
    description:
      "A batch's own task carries the events of all its tasks. Resumes after Last-Event-ID.",
    tags: ["Jobs"],
    responses: { 200: "sse", 204: z.null() },
  },
  handle: ({ ctx, params, query, request }) =>
    answerStream(ctx, { taskId: params.id, request, ...query }),
});
