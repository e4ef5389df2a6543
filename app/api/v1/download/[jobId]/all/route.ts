import { z } from "zod";
import { listJobFiles } from "#lib/downloads/list-job-files.ts";
import { listOfferedFiles } from "#lib/downloads/list-offered-files.ts";
import { defineRoute } from "#lib/http/define-route.ts";

const LINK_SECONDS = 24 * 60 * 60;

export const GET = defineRoute({
  auth: { scope: "read" },
  params: z.object({ jobId: z.string() }),
  openapi: {
    method: "get",
    path: "/api/v1/download/{jobId}/all",
    summary: "The files a job made, with links that work for a day, and those it can make",
    tags: ["Files"],
    responses: {
      200: z.object({
        files: z.array(
          z.object({
            filename: z.string(),
            url: z.string(),
            format: z.string(),
            bytes: z.number().int().nullable().describe("Null until the first GET makes it."),
            sha256: z.string().nullable(),
          }),
        ),
      }),
    },
  },
  async handle({ ctx, params }) {
    const { jobId } = params;
    const [files, offered] = await Promise.all([
      listJobFiles(ctx, jobId),
      listOfferedFiles(ctx, jobId),
    ]);
    const linked = files.map(async ({ blobKey, mediaType: _, ...file }) => ({
      ...file,
      url: await ctx.adapters.blob.signedUrl(blobKey, {
        expiresInSeconds: LINK_SECONDS,
        filename: file.filename,
        disposition: "attachment",
      }),
    }));
    const toMake = offered.map(({ filename, format }) => ({
      ...{ filename, format, bytes: null, sha256: null },
      url: `/api/v1/download/${jobId}/${encodeURIComponent(filename)}`,
    }));
    return { files: [...(await Promise.all(linked)), ...toMake] };
  },
});
