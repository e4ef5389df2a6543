import { z } from "zod";
import { makeFile } from "#lib/designs/make-file.ts";
import { MODEL_FORMATS } from "#lib/designs/model-formats.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { fileResponse } from "#lib/http/file-response.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: z.object({ id: z.string(), format: z.enum([...MODEL_FORMATS, "manifest"]) }),
  query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
  limit: { name: "files", points: 120, seconds: 60 },
  openapi: {
    method: "get",
    path: "/api/v1/designs/{id}/files/{format}",
    summary: "A file of a design's model, made when it is first asked for",
    description:
      "Of the newest revision, or of `?revision=NUMBER`. The first answer comes when the file is made, which takes a " +
      "few seconds; later ones come at once. Takes Range and ETag. The manifest is there once a model is built.",
    tags: ["Designs"],
    responses: { 200: "binary", 206: "binary", 416: "binary" },
  },
  async handle({ ctx, params, query, request }) {
    const { blobKey, filename } = await makeFile(ctx, {
      designId: params.id,
      format: params.format,
      ...(query.revision && { revisionNumber: query.revision }),
    });
    return fileResponse(ctx.adapters.blob, blobKey, request, {
      filename,
      disposition: "attachment",
    });
  },
});
