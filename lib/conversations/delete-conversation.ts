import type { Ctx } from "#lib/context.ts";
import { deleteDesign, stopJobs } from "#lib/designs/delete-design.ts";
import { requireConversation } from "./find-conversation.ts";

/** Deletes a conversation with all it holds: messages, pictures, designs with their files, running work. Throws `not_found`. */
export async function deleteConversation(
  ctx: Ctx,
  input: { conversationId: string },
): Promise<void> {
  const { id } = await requireConversation(ctx, input.conversationId, "write");
  await stopJobs(ctx, { conversationId: id });
  const designs = await ctx.db.design.findMany({
    where: { conversationId: id },
    select: { id: true },
  });
  for (const design of designs) await deleteDesign(ctx, { designId: design.id });
  const images = await ctx.db.image.findMany({
    where: { conversationId: id },
    select: { blobKey: true },
  });
  await ctx.db.conversation.delete({ where: { id } });
  await ctx.adapters.blob.delete(images.map((image) => image.blobKey));
}
