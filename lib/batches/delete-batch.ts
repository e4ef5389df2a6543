import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { deleteDesign } from "#lib/designs/delete-design.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { changeJob } from "#lib/jobs/change-job.ts";
import { ownJob } from "#lib/jobs/find-job.ts";
import { isOpen } from "#lib/jobs/types.ts";
import { isAppError, notFound } from "#lib/shared/errors.ts";
import { designIdOf } from "./photo-design.ts";
import { photoTaskInput } from "./photo-files.ts";
import { BATCH_JOB } from "./types.ts";

/** Deletes a batch at once: running work, photos, masks, designs and their files. Throws `not_found`. */
export async function deleteBatch(ctx: Ctx, jobId: string): Promise<void> {
  const job = await ownJob(ctx, jobId, "write");
  if (job.kind !== BATCH_JOB) throw notFound("batch");
  if (isOpen(job.status)) await stop(ctx, jobId);
  // What a task wrote until it was stopped counts too.
  const { tasks } = await ownJob(ctx, jobId, "write");
  const designIds = tasks.flatMap((task) => photoTaskInput(task).designId ?? []);
  for (const designId of designIds) await deleteIfThere(ctx, designId);
  // Of a photo that was being built no design is there yet, only what was ordered for it.
  const photos = tasks.filter(({ parentId }) => parentId !== null);
  for (const photo of photos) await ctx.adapters.inference.forgetDesign(designIdOf(photo));
  await ctx.adapters.blob.delete(await pictureKeys(ctx.db, jobId));
  // What came between: read again under the job's lock, which whoever adds a picture takes as well.
  const late = await changeJob(ctx, jobId, async (tx) => {
    const keys = await pictureKeys(tx, jobId);
    await tx.image.deleteMany({ where: { jobId } });
    await tx.job.delete({ where: { id: jobId } });
    return keys;
  });
  await ctx.adapters.blob.delete(late);
}

async function pictureKeys(db: Pick<Tx, "image">, jobId: string): Promise<string[]> {
  const images = await db.image.findMany({ where: { jobId }, select: { blobKey: true } });
  return images.map(({ blobKey }) => blobKey);
}

/** Stops the work; a batch that ends meanwhile is no error. */
async function stop(ctx: Ctx, jobId: string): Promise<void> {
  await cancelJob(ctx, jobId).catch(unless("conflict"));
}

/** A design the person deleted before is gone already. */
async function deleteIfThere(ctx: Ctx, designId: string): Promise<void> {
  await deleteDesign(ctx, { designId }).catch(unless("not_found"));
}

function unless(code: "conflict" | "not_found") {
  return (error: unknown) => {
    if (!isAppError(error) || error.code !== code) throw error;
  };
}
