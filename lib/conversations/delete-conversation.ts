import type { Ctx } from "#lib/context.ts";
import { deleteDesign, stopJobs } from "#lib/designs/delete-design.ts";
import { forgetJobs } from "#lib/outbox/forget-jobs.ts";
import { requireConversation } from "./find-conversation.ts";
import { keepSavedDesigns, ownDesigns } from "./own-designs.ts";

/**
 * Deletes a conversation with all it holds: messages of every version, pictures, designs with their files, work that still
 * runs and what is kept of it. A design that was saved to a collection stays. Throws `not_found`.
 */
export async function deleteConversation(
  ctx: Ctx,
  input: { conversationId: string },
): Promise<void> {
  const { id } = await requireConversation(ctx, input.conversationId, "write");
  await keepSavedDesigns(ctx, id);
  await stopJobs(ctx, { conversationId: id });
  const designs = await ctx.db.design.findMany({
    where: ownDesigns(id),
    select: { id: true },
  });
  const designIds = designs.map((design) => design.id);
  const jobs = await ctx.db.job.findMany({
    where: { OR: [{ conversationId: id }, { designId: { in: designIds } }] },
    select: { id: true },
  });
  for (const designId of designIds) await deleteDesign(ctx, { designId });
  const images = await ctx.db.image.findMany({
    where: { conversationId: id },
    select: { blobKey: true },
  });
  await ctx.db.conversation.delete({ where: { id } });
  await ctx.adapters.blob.delete(images.map((image) => image.blobKey));
  const jobIds = jobs.map((job) => job.id);
  await forgetJobs(ctx.db, jobIds);
}
