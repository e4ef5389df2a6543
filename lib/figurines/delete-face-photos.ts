import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { OPEN_STATUSES } from "#lib/jobs/types.ts";
import { stagesOf } from "./row.ts";

type SweepCtx = Pick<Ctx, "db" | "now" | "adapters">;

const AT_ONCE = 100;
/** A file that no row names is younger than this only while its upload goes on. */
const SAFE_AGE_MS = 60 * 60 * 1000;

/**
 * Removes the face photos whose time is over, and every cartoon of them that was not chosen. Files go before rows, so a
 * sweep that is cut off is taken up by the next. Answers how many photos went.
 */
export async function deleteFacePhotos(ctx: SweepCtx): Promise<number> {
  let deleted = 0;
  for (;;) {
    const due = await ctx.db.figurine.findMany({
      where: { photosDueAt: { lt: ctx.now() }, photos: { some: {} } },
      include: { photos: true },
      take: AT_ONCE,
    });
    const idle = await withoutOpenJobs(ctx, due);
    for (const row of idle) {
      await ctx.adapters.blob.delete(row.photos.map(({ blobKey }) => blobKey));
      await dropOtherCartoons(ctx, row);
      await ctx.adapters.inference.forgetDesign(row.id);
      const gone = await ctx.db.figurinePhoto.deleteMany({ where: { figurineId: row.id } });
      deleted += gone.count;
    }
    if (due.length < AT_ONCE || idle.length === 0) return deleted + (await deleteOrphans(ctx));
  }
}

type DueRow = Awaited<ReturnType<SweepCtx["db"]["figurine"]["findMany"]>>[number];

async function withoutOpenJobs<Row extends DueRow>(ctx: SweepCtx, rows: Row[]): Promise<Row[]> {
  const ids = rows.flatMap(({ jobId }) => jobId ?? []);
  const open = await ctx.db.job.findMany({
    where: { id: { in: ids }, status: { in: OPEN_STATUSES } },
    select: { id: true },
  });
  const busy = new Set(open.map(({ id }) => id));
  return rows.filter(({ jobId }) => !jobId || !busy.has(jobId));
}

/** Cartoons that no head was made of are near the photo and serve nobody. */
async function dropOtherCartoons(ctx: SweepCtx, row: DueRow): Promise<void> {
  const stages = stagesOf(row);
  const { cartoon } = stages;
  if (!cartoon) return;
  const faceId = stages.head?.result.spec.facePicture;
  const chosen = cartoon.result.candidates.filter((one) => one.faceId === faceId);
  const others = cartoon.result.candidates.filter((one) => one.faceId !== faceId);
  const where = { id: { in: others.flatMap(({ pictureId, faceId: face }) => [pictureId, face]) } };
  const images = await ctx.db.image.findMany({ where, select: { blobKey: true } });
  await ctx.adapters.blob.delete(images.map(({ blobKey }) => blobKey));
  await ctx.db.image.deleteMany({ where });
  const kept = {
    ...stages,
    cartoon: { ...cartoon, result: { ...cartoon.result, candidates: chosen } },
  };
  await ctx.db.figurine.update({ where: { id: row.id }, data: { stages: toJson(kept) } });
}

/** Files that a kill left between the file and its row. */
async function deleteOrphans(ctx: SweepCtx): Promise<number> {
  const keys = await ctx.adapters.blob.list("faces/");
  const rows = await ctx.db.figurinePhoto.findMany({
    where: { blobKey: { in: keys } },
    select: { blobKey: true },
  });
  const named = new Set(rows.map(({ blobKey }) => blobKey));
  const before = ctx.now().getTime() - SAFE_AGE_MS;
  const orphans = keys.filter((key) => !named.has(key) && madeAtMs(key) < before);
  await ctx.adapters.blob.delete(orphans);
  return orphans.length;
}

/** When a file under a UUID of version 7 was made. */
function madeAtMs(key: string): number {
  const hex = /faces\/([0-9a-f]{8})-([0-9a-f]{4})/.exec(key);
  return hex ? Number.parseInt(`${hex[1]}${hex[2]}`, 16) : Number.POSITIVE_INFINITY;
}
