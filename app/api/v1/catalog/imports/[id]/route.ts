import { z } from "zod";
import { getImport, importForm } from "#lib/catalog/get-import.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { idParams } from "#lib/jobs/wire.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: idParams,
  query: z.object({ afterRow: z.coerce.number().int().min(0).max(LARGEST_INT).default(0) }),
  openapi: {
    method: "get",
    path: "/api/v1/catalog/imports/{id}",
    summary: "How an import stands, with the problems of its rows (admins)",
    tags: ["Shop"],
    responses: { 200: importForm },
  },
  handle: ({ ctx, params, query }) =>
    getImport(ctx, { importId: params.id, afterRow: query.afterRow }),
});
