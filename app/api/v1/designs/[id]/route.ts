import { z } from "zod";
import { CHANGE_LIMIT } from "#lib/designs/change-limit.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { editDesign } from "#lib/designs/edit-design.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { renameDesign } from "#lib/designs/rename-design.ts";
import { designChangeForm, designForm, specForm } from "#lib/designs/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { invalidInput } from "#lib/shared/errors.ts";

const PATH = "/api/v1/designs/{id}";
const TAGS = ["Designs"];

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
  openapi: {
    method: "get",
    path: PATH,
    summary: "A design with its newest revision, or the one asked for",
    tags: TAGS,
    responses: { 200: designForm },
  },
  handle: ({ ctx, params, query }) =>
    getDesign(ctx, {
      designId: params.id,
      ...(query.revision && { revisionNumber: query.revision }),
    }),
});

export const PATCH = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: z.object({
    spec: specForm.optional().describe("Fields to change; the others stay."),
    title: z.string().optional(),
    baseRevision: z.number().int().min(1).optional(),
    prompt: z.string().max(8000).optional(),
  }),
  limit: CHANGE_LIMIT,
  openapi: {
    method: "patch",
    path: PATH,
    summary: "Change numbers or the title; numbers make a new revision",
    description: "409 when `base_revision` is no longer the newest.",
    tags: TAGS,
    responses: { 200: designChangeForm },
  },
  async handle({ ctx, params, body }) {
    const { spec, title, ...rest } = body;
    const designId = params.id;
    if (!spec && title === undefined) throw invalidInput("Send a spec or a title to change.");
    // Numbers first: when they are refused, the title stays as well.
    const change = spec && (await editDesign(ctx, { designId, patch: spec, ...rest }));
    const jobs = {
      picturesJobId: change?.picturesJobId ?? null,
      modelJobId: change?.modelJobId ?? null,
    };
    const design =
      title === undefined ? change?.design : await renameDesign(ctx, { designId, title });
    return { ...design, ...jobs };
  },
});

export const DELETE = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "delete",
    path: PATH,
    summary: "Delete a design with its revisions, pictures and files",
    tags: TAGS,
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await deleteDesign(ctx, { designId: params.id });
    return answer(204, null);
  },
});
