import type { Ctx } from "#lib/context.ts";
import { requireConversation } from "./find-conversation.ts";

/** Notes that its person has looked at a conversation: its answers are no longer unread. Throws `not_found`. */
export async function seeConversation(
  ctx: Ctx,
  { conversationId }: { conversationId: string },
): Promise<void> {
  const { id, updatedAt } = await requireConversation(ctx, conversationId, "read");
  await ctx.db.conversation.update({
    where: { id },
    // The list goes by when something was said.
    data: { seenAt: ctx.now(), updatedAt },
    select: { id: true },
  });
}
