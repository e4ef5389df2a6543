import { z } from "zod";
import { CHANGE_LIMIT } from "#lib/designs/change-limit.ts";
import { createDesign } from "#lib/designs/create-design.ts";
import { listDesigns } from "#lib/designs/list-designs.ts";
import { designChangeForm, designForm, specForm } from "#lib/designs/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";

const TAGS = ["Designs"];

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery.extend({ kind: z.string().optional(), conversationId: z.string().optional() }),
  openapi: {
    method: "get",
    path: "/api/v1/designs",
    summary: "Your designs, last changed first",
    tags: TAGS,
    responses: { 200: z.object({ items: z.array(designForm), nextCursor: z.string().nullable() }) },
  },
  handle: ({ ctx, query }) => listDesigns(ctx, query),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  body: z.object({
    kind: z.string(),
    spec: specForm.optional(),
    title: z.string().optional(),
    conversationId: z.string().optional(),
    prompt: z.string().max(8000).optional(),
    seed: z.number().optional(),
  }),
  limit: CHANGE_LIMIT,
  openapi: {
    method: "post",
    path: "/api/v1/designs",
    summary: "Make a design from its numbers",
    description: "Fields of the spec that are absent take their defaults; see /api/v1/kinds.",
    tags: TAGS,
    responses: { 201: designChangeForm },
  },
  async handle({ ctx, body, effectId }) {
    const { design, ...jobs } = await createDesign(ctx, { ...body, ...(effectId && { effectId }) });
    return answer(201, { ...design, ...jobs }, { location: `/api/v1/designs/${design.id}` });
  },
});
