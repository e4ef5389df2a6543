import { z } from "zod";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const LINK_SECONDS = 24 * 60 * 60;

export const GET = defineRoute({
  auth: { scope: "read" },
  params: z.object({ jobId: z.string() }),
  openapi: {
    method: "get",
    path: "/api/v1/download/{jobId}/all",
    summary: "The files a job made, with links that work for a day",
    tags: ["Files"],
    responses: {
      200: z.object({
        files: z.array(
          z.object({
            filename: z.string(),
            url: z.string(),
            format: z.string(),
            bytes: z.number().int(),
            sha256: z.string(),
          }),
        ),
      }),
    },
  },
  async handle({ ctx, params }) {
    const files = await listJobFiles(ctx, params.jobId);
    const linked = files.map(async ({ blobKey, mediaType: _, ...file }) => ({
      ...file,
      url: await ctx.adapters.blob.signedUrl(blobKey, {
        expiresInSeconds: LINK_SECONDS,
        filename: file.filename,
        disposition: "attachment",
      }),
    }));
    return { files: await Promise.all(linked) };
  },
});
