import { z } from "zod";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { fileResponse } from "#lib/http/file-response.ts";
import { notFound } from "#lib/shared/errors.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: z.object({ jobId: z.string(), filename: z.string() }),
  openapi: {
    method: "get",
    path: "/api/v1/download/{jobId}/{filename}",
    summary: "One file a job made",
    description: "Takes Range and ETag.",
    tags: ["Files"],
    responses: { 200: "binary", 206: "binary", 416: "binary" },
  },
  async handle({ ctx, params, request }) {
    const files = await listJobFiles(ctx, params.jobId);
    const file = files.find(({ filename }) => filename === params.filename);
    if (!file) throw notFound("file");
    return fileResponse(ctx.adapters.blob, file.blobKey, request, {
      filename: file.filename,
      disposition: "attachment",
    });
  },
});
