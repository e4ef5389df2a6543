import type { Ctx } from "#lib/context.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { OPEN_STATUSES } from "#lib/jobs/types.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { requireDesign } from "./find-design.ts";

/** Deletes a design with its revisions, pictures and files, the model file it was brought as too, and stops its jobs. Throws `not_found`. */
export async function deleteDesign(ctx: Ctx, input: { designId: string }): Promise<void> {
  const { id } = await requireDesign(ctx, input.designId, "write");
  await stopJobs(ctx, { designId: id });
  await ctx.db.design.delete({ where: { id } });
  await ctx.adapters.inference.forgetDesign(id);
  await ctx.db.broughtMesh.deleteMany({ where: { designId: id } });
  await ctx.adapters.blob.delete(await ctx.adapters.blob.list(`designs/${id}/`));
}

/** Stops what still runs for a design or a conversation; a job that ends meanwhile is no error. */
export async function stopJobs(
  ctx: Ctx,
  where: { designId: string } | { conversationId: string },
): Promise<void> {
  const jobs = await ctx.db.job.findMany({
    where: { ...where, status: { in: OPEN_STATUSES } },
    select: { id: true },
  });
  for (const { id } of jobs) {
    await cancelJob(ctx, id).catch((error: unknown) => {
      if (!isAppError(error) || error.code !== "conflict") throw error;
    });
  }
}
