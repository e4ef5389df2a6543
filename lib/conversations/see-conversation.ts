import type { Ctx } from "#lib/context.ts";
import { requireConversation } from "./find-conversation.ts";

/** Notes that its person has looked at a conversation: its answers are no longer unread. Throws `not_found`. */
export async function seeConversation(
  ctx: Ctx,
  { conversationId }: { conversationId: string },
): Promise<void> {
  const { id } = await requireConversation(ctx, conversationId, "read");
  // In SQL: the list goes by when something was said, and a look is nothing said.
  await ctx.db.$executeRaw`
    UPDATE "Conversation" SET "seenAt" = ${ctx.now().toISOString()}::timestamp(3) WHERE "id" = ${id}`;
}
