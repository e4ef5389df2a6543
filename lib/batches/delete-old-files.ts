import type { Ctx } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { BATCH_JOB } from "./types.ts";

type SweepCtx = Pick<Ctx, "db" | "now" | "adapters">;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Files removed in one go; a sweep goes on until none is left. */
const AT_ONCE = 500;

export interface DeletedFiles {
  photos: number;
  models: number;
}

/**
 * Deletes the photos and masks of batches made more than UPLOAD_RETENTION_DAYS ago, and the model files of those made more than
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

interface OldFile {
  id: string;
  blobKey: string;
}

/** Photos and the masks of them, of batches that are not worked on just now. */
function deletePhotos(ctx: SweepCtx, before: Date): Promise<number> {
  return deleteAll(
    ctx,
    () => ctx.db.$queryRaw<OldFile[]>`
      SELECT i."id", i."blobKey" FROM "Image" i JOIN "Job" j ON j."id" = i."jobId"
      WHERE j."kind" = ${BATCH_JOB} AND j."createdAt" < ${before}
        AND j."status" NOT IN ('queued', 'running')
        AND (i."source" = 'upload' OR i."view" = 'mask')
      LIMIT ${AT_ONCE}`,
    (ids) => ctx.db.image.deleteMany({ where: { id: { in: ids } } }),
  );
}

function deleteModels(ctx: SweepCtx, before: Date): Promise<number> {
  return deleteAll(
    ctx,
    () => ctx.db.$queryRaw<OldFile[]>`
      SELECT f."id", f."blobKey" FROM "ModelFile" f JOIN "Job" j ON j."id" = f."jobId"
      WHERE j."kind" = ${BATCH_JOB} AND j."createdAt" < ${before}
        AND j."status" NOT IN ('queued', 'running')
      LIMIT ${AT_ONCE}`,
    (ids) => ctx.db.modelFile.deleteMany({ where: { id: { in: ids } } }),
  );
}

async function deleteAll(
  ctx: SweepCtx,
  find: () => Promise<OldFile[]>,
  remove: (ids: string[]) => Promise<unknown>,
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const rows = await find();
    await ctx.adapters.blob.delete(rows.map(({ blobKey }) => blobKey));
    await remove(rows.map(({ id }) => id));
    deleted += rows.length;
    if (rows.length < AT_ONCE) return deleted;
  }
}
