import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { caseForm } from "#lib/moderation/case.ts";
import { getCase } from "#lib/moderation/get-case.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/moderation/{id}",
    summary: "A refusal or report of yours, with its state",
    tags: ["Moderation"],
    responses: { 200: caseForm },
  },
  handle: ({ ctx, params }) => getCase(ctx, params.id),
});
