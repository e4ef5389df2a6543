import { z } from "zod";
import { enhancePrompt } from "#lib/concepts/enhance-prompt.ts";
import { conceptSettings, noteList } from "#lib/concepts/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";

export const POST = defineRoute({
  auth: { scope: "read" },
  body: conceptSettings
    .pick({ negativePrompt: true, style: true, view: true, lights: true, background: true })
    .extend({
      prompt: z.string().min(1).max(8000),
      designId: z.string().optional(),
      kind: z.string().optional(),
    })
    .strict(),
  idempotent: false,
  openapi: {
    method: "post",
    path: "/api/v1/generate/enhance",
    summary: "A prompt completed by what a picture of it would show",
    description:
      "Nothing is drawn. Edit the answer and send it as `enhanced_prompt`, or switch it off by `enhance: false`.",
    tags: ["Generate"],
    responses: { 200: z.object({ enhancedPrompt: z.string(), kind: z.string(), notes: noteList }) },
  },
  handle: ({ ctx, body }) => enhancePrompt(ctx, body),
});
