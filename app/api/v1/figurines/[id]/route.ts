import { z } from "zod";
import { deleteFigurine } from "#lib/figurines/delete-figurine.ts";
import { getFigurine } from "#lib/figurines/get-figurine.ts";
import { figurineChanges } from "#lib/figurines/options.ts";
import { reviseFigurine } from "#lib/figurines/revise-figurine.ts";
import { figurineForm, revisedForm } from "#lib/figurines/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

const PATH = "/api/v1/figurines/{id}";
const TAGS = ["Figurines"];

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: PATH,
    summary: "A figurine with its stages, scores, pictures and files so far",
    tags: TAGS,
    responses: { 200: figurineForm },
  },
  handle: ({ ctx, params }) => getFigurine(ctx, params.id),
});

export const PATCH = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: figurineChanges,
  limit: { name: "figurine-revise", points: 60, seconds: 60 },
  openapi: {
    method: "patch",
    path: PATH,
    summary: "Change what a figurine is asked to be; only what rests on it is made anew",
    description:
      "Without changes it goes on where a stage failed. `stages` names what is made anew; it is empty, and `job_id` null, where nothing is.",
    tags: TAGS,
    responses: { 200: revisedForm, 202: revisedForm },
  },
  async handle({ ctx, params, body }) {
    const revised = await reviseFigurine(ctx, { figurineId: params.id, changes: body });
    const at = revised.jobId && `/api/v1/status/jobs/${revised.jobId}`;
    const links = { statusUrl: at && `${at}/progress`, streamUrl: at && `${at}/stream` };
    return answer(revised.jobId ? 202 : 200, { ...revised, ...links });
  },
});

export const DELETE = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "delete",
    path: PATH,
    summary: "Delete a figurine with its photos, pictures and files, at once",
    tags: TAGS,
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await deleteFigurine(ctx, params.id);
    return answer(204, null);
  },
});
