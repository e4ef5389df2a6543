import { shareCollection, shareInput } from "#lib/collections/share-collection.ts";
import { newShareLinkForm } from "#lib/collections/wire.ts";
import { answer } from "#lib/http/answer.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  body: shareInput,
  // An answer that is kept to be repeated would keep the token.
  idempotent: false,
  openapi: {
    method: "post",
    path: "/api/v1/collections/{id}/links",
    summary: "Make a link by which anyone may look at a collection",
    tags: ["Collections"],
    responses: { 201: newShareLinkForm },
  },
  async handle({ ctx, params, body }) {
    return answer(201, { ...(await shareCollection(ctx, params.id, body)) });
  },
});
