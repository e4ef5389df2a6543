import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { judge, judgmentInput } from "#lib/search/judge.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  body: judgmentInput,
  openapi: {
    method: "post",
    path: "/api/v1/search/judgments",
    summary:
      "Save a search with how well products answer it, 0 to 3; weights are measured on these (admins)",
    tags: ["Shop"],
    responses: { 200: z.object({ queryId: z.string(), judgments: z.number().int() }) },
  },
  handle: ({ ctx, body }) => judge(ctx, body),
});
