import type { Ctx } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { BATCH_JOB } from "./types.ts";

type SweepCtx = Pick<Ctx, "db" | "now" | "adapters">;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Files one sweep removes at most; the next goes on. */
const AT_ONCE = 500;

export interface DeletedFiles {
  photos: number;
  models: number;
}

/**
 * Deletes the photos of batches made more than UPLOAD_RETENTION_DAYS ago, and the model files of those made more than
 * RESULT_RETENTION_DAYS ago. Files go before their rows: a sweep that is cut off is taken up by the next.
 */
export async function deleteOldFiles(ctx: SweepCtx): Promise<DeletedFiles> {
  const { UPLOAD_RETENTION_DAYS, RESULT_RETENTION_DAYS } = env();
  return {
    photos: await deletePhotos(ctx, daysAgo(ctx, UPLOAD_RETENTION_DAYS)),
    models: await deleteModels(ctx, daysAgo(ctx, RESULT_RETENTION_DAYS)),
  };
}

const daysAgo = (ctx: SweepCtx, days: number) => new Date(ctx.now().getTime() - days * DAY_MS);

async function oldBatches(ctx: SweepCtx, before: Date): Promise<string[]> {
  const jobs = await ctx.db.job.findMany({
    where: { kind: BATCH_JOB, createdAt: { lt: before } },
    select: { id: true },
  });
  return jobs.map(({ id }) => id);
}

async function deletePhotos(ctx: SweepCtx, before: Date): Promise<number> {
  const rows = await ctx.db.image.findMany({
    where: { jobId: { in: await oldBatches(ctx, before) }, source: "upload" },
    select: { id: true, blobKey: true },
    take: AT_ONCE,
  });
  await ctx.adapters.blob.delete(rows.map(({ blobKey }) => blobKey));
  await ctx.db.image.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return rows.length;
}

async function deleteModels(ctx: SweepCtx, before: Date): Promise<number> {
  const rows = await ctx.db.modelFile.findMany({
    where: { jobId: { in: await oldBatches(ctx, before) } },
    select: { id: true, blobKey: true },
    take: AT_ONCE,
  });
  await ctx.adapters.blob.delete(rows.map(({ blobKey }) => blobKey));
  await ctx.db.modelFile.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return rows.length;
}
