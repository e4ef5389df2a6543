import { approveFigurine } from "#lib/figurines/approve-figurine.ts";
import { approvedForm } from "#lib/figurines/wire.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";

export const POST = defineRoute({
  auth: { scope: "write" },
  params: idParams,
  openapi: {
    method: "post",
    path: "/api/v1/figurines/{id}/approve",
    summary:
      "Approve the proof: its files are locked by a hash, and the face photos go after a day",
    tags: ["Figurines"],
    responses: { 200: approvedForm },
  },
  handle: ({ ctx, params }) => approveFigurine(ctx, params.id),
});
