import type { Ctx } from "#lib/context.ts";
import { modelMediaType } from "#lib/designs/build-model-for-revision.ts";
import { ownJob } from "#lib/jobs/find-job.ts";

/** A file that came of a job, and where it lies. */
export interface JobFile {
  filename: string;
  format: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  blobKey: string;
}

/** Models and pictures a job has made so far, models first. Throws `not_found`. */
export async function listJobFiles(ctx: Ctx, jobId: string): Promise<JobFile[]> {
  await ownJob(ctx, jobId, "read");
  const [models, images] = await Promise.all([
    ctx.db.modelFile.findMany({ where: { jobId }, orderBy: { filename: "asc" } }),
    ctx.db.image.findMany({ where: { jobId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] }),
  ]);
  return [
    ...models.map(({ filename, format, bytes, sha256, blobKey }) => {
      const mediaType = modelMediaType(format);
      return { filename, format, mediaType, bytes, sha256, blobKey };
    }),
    ...images.map(({ view, seed, mediaType, bytes, sha256, blobKey }) => {
      const format = mediaType.split("/")[1] ?? "bin";
      return { filename: `${view}-${seed}.${format}`, format, mediaType, bytes, sha256, blobKey };
    }),
  ];
}
