import { namesByRevision, photoFilename } from "#lib/batches/photo-files.ts";
import { BATCH_JOB } from "#lib/batches/types.ts";
import type { Ctx } from "#lib/context.ts";
import { SIZE_RUNS, shownFormat } from "#lib/designs/file-format.ts";
import { modelMediaType } from "#lib/designs/model-formats.ts";
import { type JobWithTasks, ownJob } from "#lib/jobs/find-job.ts";

/** A file that came of a job, and where it lies. */
export interface JobFile {
  filename: string;
  format: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  blobKey: string;
}

/** Which models are a job's: all of its revision where it built one, and else what it made itself. */
function madeFor({ id, kind, input }: Pick<JobWithTasks, "id" | "kind" | "input">) {
  const { revisionId } = input as { revisionId?: string };
  if (kind !== "build-model" || !revisionId) return { jobId: id };
  return { revisionId, NOT: SIZE_RUNS };
}

/** Models and pictures a job has made so far, models first. Throws `not_found`; files not made yet: `listOfferedFiles`. */
export async function listJobFiles(ctx: Ctx, jobId: string): Promise<JobFile[]> {
  const job = await ownJob(ctx, jobId, "read");
  const names = job.kind === BATCH_JOB ? namesByRevision(job.tasks) : null;
  // A model made again or in another format elsewhere is that job's file and this one's too.
  const made = names ? { revisionId: { in: [...names.keys()] } } : madeFor(job);
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
