import type { Ctx } from "#lib/context.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { ownFigurine } from "./row.ts";
import { FIGURINE_JOB } from "./types.ts";

/** Deletes a figurine at once: running work, photos, cartoons, design and files. Throws `not_found`. */
export async function deleteFigurine(ctx: Ctx, figurineId: string): Promise<void> {
  const row = await ownFigurine(ctx, figurineId, "write");
  if (row.jobId) await cancelJob(ctx, row.jobId).catch(unless("conflict", "not_found"));
  const { designId, photos } = await ownFigurine(ctx, figurineId, "write");
  if (designId) await deleteDesign(ctx, { designId }).catch(unless("not_found"));
  await ctx.adapters.inference.forgetDesign(figurineId);
  await ctx.adapters.blob.delete(photos.map(({ blobKey }) => blobKey));
  await ctx.adapters.blob.delete(await ctx.adapters.blob.list(`figurines/${figurineId}/`));
  const jobs = { kind: FIGURINE_JOB, input: { path: ["figurineId"], equals: figurineId } };
  const ids = (await ctx.db.job.findMany({ where: jobs, select: { id: true } })).map(
    ({ id }) => id,
  );
  await ctx.db.$transaction([
    ctx.db.image.deleteMany({ where: { jobId: { in: ids } } }),
    ctx.db.job.deleteMany({ where: { id: { in: ids } } }),
    ctx.db.figurine.delete({ where: { id: figurineId } }),
  ]);
}

function unless(...codes: string[]) {
  return (error: unknown) => {
    if (!isAppError(error) || !codes.includes(error.code)) throw error;
  };
}
