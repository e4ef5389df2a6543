import type { Ctx } from "#lib/context.ts";
import { keptDesignState } from "./design-state.ts";
import { requireConversation } from "./find-conversation.ts";
import { findMessages, messageOf } from "./find-message.ts";
import { type ConversationDetails, getConversation } from "./get-conversation.ts";
import { leaveVersion } from "./leave-version.ts";
import { leafUnder } from "./thread.ts";

/**
 * Shows the version of a conversation that a message belongs to, with its designs as they stood there.
 * Throws `not_found`, `conflict` while an answer is being written.
 */
export async function showVersion(
  ctx: Ctx,
  input: { conversationId: string; messageId: string },
): Promise<ConversationDetails> {
  const conversation = await requireConversation(ctx, input.conversationId, "write");
  const rows = await findMessages(ctx, conversation.id);
  const leaf = leafUnder(rows, messageOf(rows, input.messageId));
  await leaveVersion(ctx, conversation, keptDesignState(leaf.metadata) ?? {});
  await ctx.db.conversation.update({
    where: { id: conversation.id },
    data: { shownLeafId: leaf.id, updatedAt: conversation.updatedAt },
    select: { id: true },
  });
  return getConversation(ctx, { conversationId: conversation.id });
}
