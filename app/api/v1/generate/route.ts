import { z } from "zod";
import { generateDesign } from "#lib/designs/generate-design.ts";
import { PICTURE_BACKGROUNDS, PICTURE_LIGHTS } from "#lib/designs/pictures.ts";
import { specForm } from "#lib/designs/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listJobImages } from "#lib/images/list-job-images.ts";
import { imageForm } from "#lib/images/wire.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";
import { refuseUndone, waitForJob, waitQuery } from "#lib/jobs/wait-for-job.ts";

const generateBody = z.object({
  prompt: z.string().min(1).max(8000),
  kind: z.string().optional().describe("See /api/v1/kinds; by default read from the prompt."),
  properties: specForm.optional().describe("Fields that count more than the prompt."),
  count: z.number().int().min(1).max(4).default(1),
  seed: z.number().optional(),
  lights: z
    .enum(PICTURE_LIGHTS)
    .optional()
    .describe("How the pictures are lit; `studio` by default."),
  background: z
    .enum(PICTURE_BACKGROUNDS)
    .optional()
    .describe("`light` by default; `transparent` gives PNG with alpha and the shadow."),
  turntable: z
    .boolean()
    .optional()
    .describe("One more picture: the piece turning once, an animated WebP of 24 frames."),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  query: waitQuery,
  body: generateBody.strict(),
  limit: { name: "generate", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/generate",
    aliases: ["/api/v1/generate/2d"],
    summary: "Pictures from a sentence",
    description: "202 at once, or 200 when they are ready within `?wait=SECONDS`.",
    tags: ["Generate"],
    responses: {
      200: z.object({
        success: z.boolean(),
        jobId: z.string(),
        designId: z.string(),
        images: z.array(imageForm),
      }),
      202: acceptedForm.extend({ designId: z.string() }),
    },
  },
  async handle({ ctx, body, query, request }) {
    const { design, picturesJobId } = await generateDesign(ctx, body);
    const jobId = picturesJobId ?? "";
    const designId = design.id;
    const job = await waitForJob(ctx, jobId, { waitS: query.wait, signal: request.signal });
    refuseUndone(job);
    if (job.status === "succeeded") {
      return {
        success: job.failed === 0,
        jobId,
        designId,
        images: await listJobImages(ctx, jobId),
      };
    }
    const accepted = await acceptedJob(ctx, jobId, "Your pictures are being drawn.");
    return answer(202, { ...accepted, designId });
  },
});
