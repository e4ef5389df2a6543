import { z } from "zod";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { makeJobFiles } from "#lib/downloads/make-job-files.ts";
import { zipJobFiles } from "#lib/downloads/zip-job-files.ts";
import { defineRoute } from "#lib/http/define-route.ts";
import { contentDisposition } from "#lib/http/file-response.ts";
import { notFound } from "#lib/shared/errors.ts";

export const GET = defineRoute({
  auth: { scope: "read" },
  params: z.object({ jobId: z.string() }),
  openapi: {
    method: "get",
    path: "/api/v1/download/{jobId}/archive",
    summary: "All files of a job as one ZIP with a manifest",
    description: "Files that the job can make and has not are made first.",
    tags: ["Files"],
    responses: { 200: "binary" },
  },
  async handle({ ctx, params }) {
    await makeJobFiles(ctx, params.jobId);
    const files = await listJobFiles(ctx, params.jobId);
    if (files.length === 0) throw notFound("file");
    const stream = zipJobFiles(ctx.adapters.blob, files, { job_id: params.jobId });
    return new Response(stream, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": contentDisposition("attachment", `maquette-${params.jobId}.zip`),
        "cache-control": "private, no-store",
      },
    });
  },
});
