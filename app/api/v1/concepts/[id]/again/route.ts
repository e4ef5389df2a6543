import { makeConceptAgain } from "#lib/concepts/make-again.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { acceptedForm, acceptedJob } from "#lib/jobs/accepted.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  limit: { name: "generate", points: 60, seconds: 60 },
  openapi: {
    method: "post",
    path: "/api/v1/concepts/{id}/again",
    summary: "Make a concept picture again, with the same words and seed",
    description: "`again` of the concept says beforehand what can differ.",
    tags: ["Concepts"],
    responses: { 202: acceptedForm },
  },
  async handle({ ctx, params, effectId }) {
    const { jobId } = await makeConceptAgain(ctx, { conceptId: params.id, effectId });
    return answer(202, await acceptedJob(ctx, jobId, "Your picture is being made again."));
  },
});
