import type { Ctx } from "#lib/context.ts";
import { requireConversation } from "./find-conversation.ts";
import { conversationSelect, toConversationJson } from "./row.ts";
import { parseTitle } from "./title.ts";
import type { ConversationView } from "./types.ts";

export interface UpdateConversationInput {
  conversationId: string;
  title?: string;
  description?: string | null;
  /** Keeps it at the top. */
  pinned?: boolean;
  /** Puts it away: out of the list, not out of the search. */
  archived?: boolean;
}

/** Gives a conversation another title or description, pins it, puts it away. Throws `not_found`, `invalid_input`. */
export async function updateConversation(
  ctx: Ctx,
  input: UpdateConversationInput,
): Promise<ConversationView> {
  const { title, description, pinned, archived } = input;
  const before = await requireConversation(ctx, input.conversationId, "write");
  const row = await ctx.db.conversation.update({
    where: { id: before.id },
    data: {
      ...(title !== undefined && { title: parseTitle(title) }),
      ...(description !== undefined && { description: description?.trim() || null }),
      ...(pinned !== undefined && { pinnedAt: pinned ? (before.pinnedAt ?? ctx.now()) : null }),
      ...(archived !== undefined && {
        archivedAt: archived ? (before.archivedAt ?? ctx.now()) : null,
      }),
      // The list goes by when something was said.
      updatedAt: before.updatedAt,
    },
    select: conversationSelect,
  });
  return toConversationJson(row);
}
