import { z } from "zod";
import { getReadiness } from "#lib/health/readiness.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const check = z.object({
  ok: z.boolean(),
  implementation: z.string(),
  detail: z.string().optional(),
  tookMs: z.number(),
});

const readiness = z.object({
  status: z.enum(["ready", "not_ready"]),
  checks: z.object({
    database: check,
    queue: check,
    inference: check,
    blob: check,
    vectors: check,
    embedder: check,
    chatModel: check,
    diskSpace: check,
  }),
});

export const GET = defineRoute({
  auth: "public",
  openapi: {
    method: "get",
    path: "/api/v1/health/ready",
    summary: "Whether every part works, and which implementation of it runs",
    tags: ["Service"],
    responses: { 200: readiness, 503: readiness },
  },
  async handle({ ctx }) {
    const state = await getReadiness(ctx);
    return answer(state.status === "ready" ? 200 : 503, state);
  },
});
