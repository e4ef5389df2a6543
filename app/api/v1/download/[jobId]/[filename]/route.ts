import { z } from "zod";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { makeJobFile } from "#lib/downloads/make-job-files.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { fileResponse } from "#lib/http/file-response.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: z.object({ jobId: z.string(), filename: z.string() }),
  openapi: {
    method: "get",
    path: "/api/v1/download/{jobId}/{filename}",
    summary: "One file of a job",
    description: "Made now where the job can make it and has not. Takes Range and ETag.",
    tags: ["Files"],
    responses: { 200: "binary", 206: "binary", 416: "binary" },
  },
  async handle({ ctx, params, request }) {
    const { jobId, filename } = params;
    const files = await listJobFiles(ctx, jobId);
    const file =
      files.find((made) => made.filename === filename) ?? (await makeJobFile(ctx, jobId, filename));
    return fileResponse(ctx.adapters.blob, file.blobKey, request, {
      filename: file.filename,
      disposition: "attachment",
    });
  },
});
