import { z } from "zod";
import { favourConcept } from "#lib/concepts/favour-concept.ts";
import { getConcept } from "#lib/concepts/get-concept.ts";
import { conceptForm } from "#lib/concepts/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

const PATH = "/api/v1/concepts/{id}";
const TAGS = ["Concepts"];

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: PATH,
    summary: "A concept picture with its numbers, notes and lineage",
    tags: TAGS,
    responses: { 200: conceptForm },
  },
  handle: ({ ctx, params }) => getConcept(ctx, { conceptId: params.id }),
});

export const PATCH = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({ isFavourite: z.boolean() }).strict(),
  openapi: {
    method: "patch",
    path: PATH,
    summary: "Mark a concept picture as a favourite, or no longer",
    tags: TAGS,
    responses: { 200: conceptForm },
  },
  handle: ({ ctx, params, body }) =>
    favourConcept(ctx, { conceptId: params.id, favourite: body.isFavourite }),
});
