import { z } from "zod";
import { deleteBatch } from "#lib/batches/delete-batch.ts";
import { getBatch } from "#lib/batches/get-batch.ts";
import { batchForm } from "#lib/batches/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

const PATH = "/api/v1/batches/{id}";
const TAGS = ["Batches"];

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: PATH,
    summary: "A batch with each photo, its model so far and its files",
    tags: TAGS,
    responses: { 200: batchForm },
  },
  handle: ({ ctx, params }) => getBatch(ctx, params.id),
});

export const DELETE = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "delete",
    path: PATH,
    summary: "Delete a batch with its photos, models and files, at once",
    tags: TAGS,
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await deleteBatch(ctx, params.id);
    return answer(204, null);
  },
});
