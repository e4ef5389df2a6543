import { z } from "zod";
import { deleteCollection } from "#lib/collections/delete-collection.ts";
import { collectionPatch, editCollection } from "#lib/collections/edit-collection.ts";
import { getCollection } from "#lib/collections/get-collection.ts";
import { collectionForm, fullCollectionForm } from "#lib/collections/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

const PATH = "/api/v1/collections/{id}";
const TAGS = ["Collections"];

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  openapi: {
    method: "get",
    path: PATH,
    summary: "A collection with its designs and open links",
    tags: TAGS,
    responses: { 200: fullCollectionForm },
  },
  handle: ({ ctx, params }) => getCollection(ctx, params.id),
});

export const PATCH = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: collectionPatch,
  openapi: {
    method: "patch",
    path: PATH,
    summary: "Change title or description",
    tags: TAGS,
    responses: { 200: collectionForm },
  },
  handle: ({ ctx, params, body }) => editCollection(ctx, params.id, body),
});

export const DELETE = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "delete",
    path: PATH,
    summary: "Delete a collection and its links; the designs stay",
    tags: TAGS,
    responses: { 204: z.null() },
  },
  async handle({ ctx, params }) {
    await deleteCollection(ctx, params.id);
    return answer(204, null);
  },
});
