import { z } from "zod";
import { listJobConcepts } from "#lib/concepts/list-job-concepts.ts";
import { requestConcepts } from "#lib/concepts/request-concepts.ts";
import { conceptForm } from "#lib/concepts/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";
import { refuseUndone, waitForJob, waitQuery } from "#lib/jobs/wait-for-job.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  query: waitQuery,
  body: z
    .object({
      imageId: z.string().describe("An uploaded or generated picture."),
      designId: z
        .string()
        .optional()
        .describe("The design it belongs to; by default a new one is made of it."),
      prompt: z.string().min(1).max(8000).optional().describe("What it is, where that is known."),
      kind: z.string().optional(),
    })
    .strict(),
  limit: { name: "generate", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/twins",
    summary: "The makeable piece nearest to a picture, drawn from the same side",
    description:
      "`notes` say what was kept, changed and refused, and why. 202 at once, or 200 within `?wait=SECONDS`.",
    tags: ["Concepts"],
    responses: {
      200: z.object({ success: z.boolean(), jobId: z.string(), twin: conceptForm }),
      202: acceptedForm,
    },
  },
  async handle({ ctx, body, query, request, effectId }) {
    const { jobId } = await requestConcepts(ctx, {
      ...body,
      way: "twin",
      ...(effectId && { effectId }),
    });
    const job = await waitForJob(ctx, jobId, { waitS: query.wait, signal: request.signal });
    refuseUndone(job);
    const [twin] = job.status === "succeeded" ? await listJobConcepts(ctx, jobId) : [];
    if (twin) return { success: true, jobId, twin };
    return answer(202, await acceptedJob(ctx, jobId, "The picture is being read."));
  },
});
