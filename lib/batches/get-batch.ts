import type { Ctx } from "#lib/context.ts";
import { toFile } from "#lib/designs/design-json.ts";
import { revisionSelect } from "#lib/designs/row.ts";
import { env } from "#lib/env.ts";
import { type JobWithTasks, ownJob } from "#lib/jobs/find-job.ts";
import { toJobView } from "#lib/jobs/get-job.ts";
import type { TaskView } from "#lib/jobs/types.ts";
import { notFound } from "#lib/shared/errors.ts";
import { finishedModel, namesByRevision, photoFilename, photoTaskInput } from "./photo-files.ts";
import { BATCH_JOB, type BatchItem, type BatchView } from "./types.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const LINK_SECONDS = 24 * 60 * 60;

/** A batch with each photo, its model so far and links to its files. Throws `not_found`. */
export async function getBatch(ctx: Ctx, jobId: string): Promise<BatchView> {
  const job = await ownJob(ctx, jobId, "read");
  if (job.kind !== BATCH_JOB) throw notFound("batch");
  const view = toJobView(job);
  const photos = view.tasks.filter(({ parentId }) => parentId !== null);
  const revisionIds = [...namesByRevision(job.tasks).keys()];
  const [urls, files] = await Promise.all([
    pictureUrls(ctx, jobId),
    filesByRevision(ctx, revisionIds),
  ]);
  const rows = new Map(job.tasks.map((task) => [task.id, task]));
  const toItem = async (task: TaskView): Promise<BatchItem> => {
    const row = rows.get(task.taskId)!;
    const model = finishedModel(row);
    return {
      task,
      model,
      engine: photoTaskInput(row).engine ?? null,
      photoUrl: urls.get(photoTaskInput(row).imageId) ?? null,
      maskUrl: urls.get(model?.maskId ?? "") ?? null,
      files: await filesOf(ctx, task.name, files.get(model?.revisionId ?? "") ?? []),
    };
  };
  return { ...summaryOf(job), ...keptUntil(job), items: await Promise.all(photos.map(toItem)) };
}

function summaryOf(job: JobWithTasks) {
  const { jobId, status, progress, total, successful, failed, createdAt, lastEventId } =
    toJobView(job);
  return { jobId, status, progress, total, successful, failed, createdAt, lastEventId };
}

function keptUntil({ createdAt }: JobWithTasks) {
  const after = (days: number) => new Date(createdAt.getTime() + days * DAY_MS);
  return {
    photosKeptUntil: after(env().UPLOAD_RETENTION_DAYS),
    modelsKeptUntil: after(env().RESULT_RETENTION_DAYS),
  };
}

async function pictureUrls(ctx: Ctx, jobId: string): Promise<Map<string, string>> {
  const images = await ctx.db.image.findMany({
    where: { jobId },
    select: { id: true, blobKey: true },
  });
  const links = images.map(async ({ id, blobKey }) => {
    const url = await ctx.adapters.blob.signedUrl(blobKey, { expiresInSeconds: LINK_SECONDS });
    return [id, url] as const;
  });
  return new Map(await Promise.all(links));
}

type FileRow = Parameters<typeof toFile>[1];

async function filesByRevision(ctx: Ctx, revisionIds: string[]): Promise<Map<string, FileRow[]>> {
  const rows = await ctx.db.modelFile.findMany({
    where: { revisionId: { in: revisionIds } },
    orderBy: { format: "asc" },
    select: { revisionId: true, ...revisionSelect.files.select },
  });
  return Map.groupBy(rows, ({ revisionId }) => revisionId);
}

const filesOf = (ctx: Ctx, name: string, rows: readonly FileRow[]) =>
  Promise.all(
    rows.map((row) => toFile(ctx, { ...row, filename: photoFilename(name, row.format) })),
  );
