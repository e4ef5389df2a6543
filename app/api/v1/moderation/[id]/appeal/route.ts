import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { appeal, appealInput } from "#lib/moderation/appeal.ts";
import { caseForm } from "#lib/moderation/case.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({ words: appealInput.shape.words }),
  limit: { name: "appeal", points: 30, seconds: 3600 },
  openapi: {
    method: "post",
    path: "/api/v1/moderation/{id}/appeal",
    summary: "Ask a person to look at a refusal again (`details.case_id` of the refusal)",
    tags: ["Moderation"],
    responses: { 200: caseForm },
  },
  handle: ({ ctx, params, body }) => appeal(ctx, { caseId: params.id, words: body.words }),
});
