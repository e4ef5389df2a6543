import { getAtelier } from "#lib/ateliers/get-atelier.ts";
import { atelierForm } from "#lib/ateliers/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const GET = defineRoute({
  auth: "public",
  params: idParams,
  openapi: {
    method: "get",
    path: "/api/v1/ateliers/{id}",
    summary: "An atelier's profile with its limits and its work",
    tags: ["Ateliers"],
    responses: { 200: atelierForm },
  },
  handle: ({ ctx, params }) => getAtelier(ctx, params.id),
});
