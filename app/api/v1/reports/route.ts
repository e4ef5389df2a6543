import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { caseForm } from "#lib/moderation/case.ts";
import { reportContent, reportInput } from "#lib/moderation/report-content.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: reportInput,
  limit: { name: "report", points: 30, seconds: 3600 },
  openapi: {
    method: "post",
    path: "/api/v1/reports",
    summary: "Report a design, a picture or a message",
    tags: ["Moderation"],
    responses: { 201: caseForm },
  },
  handle: async ({ ctx, body }) => answer(201, await reportContent(ctx, body)),
});
