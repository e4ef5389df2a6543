import { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { generateDesign } from "#lib/designs/generate-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { MODEL_FORMATS } from "#lib/designs/model-formats.ts";
import { requestModel } from "#lib/designs/request-model.ts";
import type { DesignView, Spec } from "#lib/designs/types.ts";
import { designForm, specForm } from "#lib/designs/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";
import { refuseUndone, waitForJob, waitQuery } from "#lib/jobs/wait-for-job.ts";
import { invalidInput } from "#lib/shared/errors.ts";

const modelBody = z
  .object({
    designId: z.string().optional(),
    imageId: z.string().optional().describe("A picture whose subject becomes an object."),
    prompt: z.string().min(1).max(8000).optional(),
    spec: specForm.optional().describe("Fields to change before building."),
    heightMm: z.number().optional().describe("The spec's `height_mm`, mm."),
    faceLimit: z.number().int().optional().describe("The spec's `face_limit`, triangles at most."),
    formats: z
      .array(z.enum(MODEL_FORMATS))
      .min(1)
      .optional()
      .describe(
        "Files to make now and answer with, and the manifest. By default GLB; the others are listed and made when " +
          "their address is first asked for.",
      ),
  })
  .strict();

export const POST = defineRoute({
  auth: { scope: "write" },
  query: waitQuery,
  body: modelBody,
  limit: { name: "generate", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/generate/3d",
    summary:
      "A model of a design or of a sentence, as 3MF, STL, GLB, USDZ, OBJ, SVG views and PDF sheet",
    description: "202 at once, or 200 when it is ready within `?wait=SECONDS`.",
    tags: ["Generate"],
    responses: {
      200: z.object({ success: z.boolean(), jobId: z.string(), design: designForm }),
      202: acceptedForm.extend({ designId: z.string() }),
    },
  },
  async handle({ ctx, body, query, request, effectId }) {
    const designId = await designOf(ctx, body, effectId);
    const jobId = await requestModel(ctx, { designId, formats: body.formats });
    const job = await waitForJob(ctx, jobId, { waitS: query.wait, signal: request.signal });
    refuseUndone(job);
    if (job.status === "succeeded") {
      const design = withFormats(await getDesign(ctx, { designId }), body.formats);
      return { success: true, jobId, design };
    }
    return answer(202, {
      ...(await acceptedJob(ctx, jobId, "Your model is being built.")),
      designId,
    });
  },
});

/** The design with files of these formats alone, and the manifest that describes them. */
function withFormats(design: DesignView, formats: readonly string[] | undefined): DesignView {
  if (!formats) return design;
  const wanted = new Set([...formats, "manifest"]);
  const files = design.revision.files.filter(({ format }) => wanted.has(format));
  return { ...design, revision: { ...design.revision, files } };
}

async function designOf(
  ctx: Ctx,
  { designId, imageId, prompt, ...body }: z.infer<typeof modelBody>,
  effectId: string | undefined,
): Promise<string> {
  const spec = specOf(body);
  if (designId !== undefined) {
    if (Object.keys(spec).length > 0) await editDesign(ctx, { designId, patch: spec, effectId });
    return designId;
  }
  if (imageId !== undefined) {
    await requireImage(ctx, imageId);
    const { design } = await createDesign(ctx, {
      kind: "object",
      spec: { ...spec, picture: imageId },
      effectId,
    });
    return design.id;
  }
  if (prompt === undefined) throw invalidInput("Send a design_id, an image_id or a prompt.");
  const { design } = await generateDesign(ctx, { prompt, properties: spec, effectId });
  return design.id;
}

function specOf({ spec, heightMm, faceLimit }: Partial<z.infer<typeof modelBody>>): Spec {
  return {
    ...spec,
    ...(heightMm !== undefined && { heightMm }),
    ...(faceLimit !== undefined && { faceLimit }),
  };
}
