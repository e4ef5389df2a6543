import { namesByRevision, photoFilename } from "#lib/batches/photo-files.ts";
import { BATCH_JOB } from "#lib/batches/types.ts";
import type { Ctx } from "#lib/context.ts";
import { modelMediaType } from "#lib/designs/build-model-for-revision.ts";
import { shownFormat } from "#lib/designs/file-format.ts";
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
  const job = await ownJob(ctx, jobId, "read");
  const names = job.kind === BATCH_JOB ? namesByRevision(job.tasks) : null;
  // A model of a batch's object made again elsewhere is that job's file and this one's too.
  const made = names ? { revisionId: { in: [...names.keys()] } } : { jobId };
  const [models, images] = await Promise.all([
    ctx.db.modelFile.findMany({ where: made, orderBy: { filename: "asc" } }),
    ctx.db.image.findMany({
      where: { jobId, source: { not: "upload" } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  ]);
  return [
    ...models.flatMap(({ revisionId, filename, format: kept, bytes, sha256, blobKey }) => {
      const format = shownFormat(kept);
      const mediaType = modelMediaType(format);
      const file = { filename, format, mediaType, bytes, sha256, blobKey };
      if (!names) return [file];
      const name = names.get(revisionId);
      return name ? [{ ...file, filename: photoFilename(name, format) }] : [];
    }),
    ...images.map(({ view, seed, properties, mediaType, bytes, sha256, blobKey }) => {
      const format = mediaType.split("/")[1] ?? "bin";
      const { name } = properties as { name?: string };
      const filename = names ? `${name}-${view}.${format}` : `${view}-${seed}.${format}`;
      return { filename, format, mediaType, bytes, sha256, blobKey };
    }),
  ];
}
