import { z } from "zod";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { replayJob } from "#lib/jobs/replay-job.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "post",
    path: "/api/v1/jobs/{id}/replay",
    summary: "Start every failed task of anybody's job again (admins)",
    tags: ["Jobs"],
    responses: { 202: z.object({ jobId: z.string(), tasks: z.int() }) },
  },
  handle: async ({ ctx, params }) => answer(202, await replayJob(ctx, params.id)),
});
