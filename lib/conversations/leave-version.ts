import type { Ctx } from "#lib/context.ts";
import { type DesignState, keepDesignState, restoreDesigns } from "./design-state.ts";
import { findMessages, leafShown } from "./find-message.ts";
import type { ConversationRow } from "./row.ts";
import { settleAnswer } from "./settle-answer.ts";

/**
 * Notes where the designs of the shown version stand and brings them to another state: what another version of the
 * conversation goes on from. Throws `conflict` while an answer is being written.
 */
export async function leaveVersion(
  ctx: Ctx,
  conversation: ConversationRow,
  state: DesignState,
): Promise<void> {
  await settleAnswer(ctx, { conversationId: conversation.id });
  const leaf = leafShown(conversation, await findMessages(ctx, conversation.id));
  if (leaf) await keepDesignState(ctx.db, conversation.id, leaf.id);
  await restoreDesigns(ctx, state);
}
