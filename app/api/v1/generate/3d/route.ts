import { z } from "zod";
import type { Ctx } from "#lib/context.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { generateDesign } from "#lib/designs/generate-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { requestModel } from "#lib/designs/request-model.ts";
import { designForm, specForm } from "#lib/designs/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";
import { refuseUndone, waitForJob, waitQuery } from "#lib/jobs/wait-for-job.ts";
import { invalidInput } from "#lib/shared/errors.ts";

const modelBody = z
  .object({
    designId: z.string().optional(),
    prompt: z.string().min(1).max(8000).optional(),
    spec: specForm.optional().describe("Fields to change before building."),
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
    summary: "A model of a design or of a sentence, as GLB, STL and 3MF",
    description: "202 at once, or 200 when it is ready within `?wait=SECONDS`.",
    tags: ["Generate"],
    responses: {
      200: z.object({ success: z.boolean(), jobId: z.string(), design: designForm }),
      202: acceptedForm.extend({ designId: z.string() }),
    },
  },
  async handle({ ctx, body, query, request }) {
    const designId = await designOf(ctx, body);
    const jobId = await requestModel(ctx, { designId });
    const job = await waitForJob(ctx, jobId, { waitS: query.wait, signal: request.signal });
    refuseUndone(job);
    if (job.status === "succeeded") {
      return { success: true, jobId, design: await getDesign(ctx, { designId }) };
    }
    return answer(202, {
      ...(await acceptedJob(ctx, jobId, "Your model is being built.")),
      designId,
    });
  },
});

async function designOf(
  ctx: Ctx,
  { designId, prompt, spec }: z.infer<typeof modelBody>,
): Promise<string> {
  if (designId !== undefined) {
    if (spec) await editDesign(ctx, { designId, patch: spec });
    return designId;
  }
  if (prompt === undefined) throw invalidInput("Send a design_id or a prompt.");
  const { design } = await generateDesign(ctx, { prompt, properties: spec });
  return design.id;
}
