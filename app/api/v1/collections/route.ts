import { z } from "zod";
import { collectionInput, createCollection } from "#lib/collections/create-collection.ts";
import { listCollections } from "#lib/collections/list-collections.ts";
import { collectionForm } from "#lib/collections/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { listQuery } from "#lib/http/list.ts";

const PATH = "/api/v1/collections";
const TAGS = ["Collections"];

export const GET = defineRoute({
  auth: { scope: "read" },
  query: listQuery,
  openapi: {
    method: "get",
    path: PATH,
    summary: "Your collections of saved designs, last changed first",
    tags: TAGS,
    responses: {
      200: z.object({ items: z.array(collectionForm), nextCursor: z.string().nullable() }),
    },
  },
  handle: ({ ctx, query }) => listCollections(ctx, query),
});

export const POST = defineRoute({
  auth: { scope: "write" },
  body: collectionInput,
  openapi: {
    method: "post",
    path: PATH,
    summary: "Make a collection",
    tags: TAGS,
    responses: { 201: collectionForm },
  },
  async handle({ ctx, body, effectId }) {
    const collection = await createCollection(ctx, { ...body, effectId });
    return answer(201, { ...collection }, { location: `${PATH}/${collection.id}` });
  },
});
