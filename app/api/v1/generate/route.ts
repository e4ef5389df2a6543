import { z } from "zod";
import { listJobConcepts } from "#lib/concepts/list-job-concepts.ts";
import { requestConcepts } from "#lib/concepts/request-concepts.ts";
import {
  conceptForm,
  conceptPictures,
  conceptSettings,
  countForm,
  seedForm,
} from "#lib/concepts/wire.ts";
import type { Ctx } from "#lib/context.ts";
import { generateDesign } from "#lib/designs/generate-design.ts";
import { specForm } from "#lib/designs/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listJobImages } from "#lib/images/list-job-images.ts";
import { imageForm } from "#lib/images/wire.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";
import { refuseUndone, waitForJob, waitQuery } from "#lib/jobs/wait-for-job.ts";
import { invalidInput } from "#lib/shared/errors.ts";

const generateBody = z
  .object({
    prompt: z.string().min(1).max(8000).optional(),
    designId: z
      .string()
      .optional()
      .describe("Concepts of this design; by default the words make a new one."),
    kind: z.string().optional().describe("See /api/v1/kinds; by default read from the prompt."),
    properties: specForm.optional().describe("Fields that count more than the prompt."),
    count: countForm.default(1),
    seed: seedForm.optional().describe("Of the first picture; the others follow by one."),
    turntable: z
      .boolean()
      .optional()
      .describe("One more picture: the piece turning once, an animated WebP of 24 frames."),
    ...conceptSettings.shape,
    ...conceptPictures.shape,
  })
  .strict();

type GenerateBody = z.infer<typeof generateBody>;

export const POST = defineRoute({
  auth: { scope: "write" },
  query: waitQuery,
  body: generateBody,
  limit: { name: "generate", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/generate",
    aliases: ["/api/v1/generate/2d"],
    summary: "Pictures from a sentence, a picture, a mask, a reference or a sketch",
    description:
      "202 at once, or 200 when they are ready within `?wait=SECONDS`. With `design_id` or any setting of a concept " +
      "picture, each picture is a concept that can become a revision: `mask_id` repaints, `control` reads a sketch, " +
      "`reference_id` and `style` restyle, `image_id` alone varies.",
    tags: ["Generate"],
    responses: {
      200: z.object({
        success: z.boolean(),
        jobId: z.string(),
        designId: z.string().nullable(),
        images: z.array(imageForm),
        concepts: z.array(conceptForm),
      }),
      202: acceptedForm.extend({ designId: z.string().nullable() }),
    },
  },
  async handle({ ctx, body, query, request, effectId }) {
    const { jobId, designId } = await start(ctx, body, effectId);
    const job = await waitForJob(ctx, jobId, { waitS: query.wait, signal: request.signal });
    refuseUndone(job);
    if (job.status === "succeeded") {
      const concepts = await listJobConcepts(ctx, jobId);
      return {
        success: job.failed === 0,
        jobId,
        designId: designId ?? concepts[0]?.designId ?? null,
        images: await listJobImages(ctx, jobId),
        concepts,
      };
    }
    const accepted = await acceptedJob(ctx, jobId, "Your pictures are being drawn.");
    return answer(202, { ...accepted, designId });
  },
});

/** Settings that only a concept has. */
const OF_CONCEPTS = [
  ...["designId", "negativePrompt", "enhance", "enhancedPrompt", "aspectRatio", "style", "view"],
  ...["engine", "imageId", "maskId", "referenceId", "control"],
] as (keyof GenerateBody)[];

async function start(ctx: Ctx, body: GenerateBody, effectId: string | undefined) {
  const isConcept = OF_CONCEPTS.some((name) => body[name] !== undefined);
  if (!isConcept) {
    const { design, picturesJobId } = await generateDesign(ctx, {
      ...body,
      prompt: needPrompt(body),
      effectId,
    });
    return { jobId: picturesJobId ?? "", designId: design.id };
  }
  const { control, turntable: _, properties, ...wish } = body;
  const sketch = control && { sketchId: control.imageId };
  const designId =
    body.designId ?? (sketch ? undefined : await designOf(ctx, { ...body, properties }, effectId));
  return requestConcepts(ctx, { ...wish, ...sketch, designId, effectId });
}

/** The design the words make, for concepts that name none. */
async function designOf(
  ctx: Ctx,
  { kind, properties, seed, ...body }: GenerateBody,
  effectId: string | undefined,
): Promise<string> {
  const { design } = await generateDesign(ctx, {
    prompt: needPrompt(body),
    kind,
    properties,
    seed,
    effectId,
  });
  return design.id;
}

function needPrompt({ prompt }: Pick<GenerateBody, "prompt">): string {
  if (prompt !== undefined) return prompt;
  throw invalidInput("Say in `prompt` what it shall be, or send a design_id.", {
    details: { field: "prompt" },
  });
}
