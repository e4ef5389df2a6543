import type { Ctx } from "#lib/context.ts";
import { requireConversation } from "./find-conversation.ts";
import { conversationSelect, toConversationJson } from "./row.ts";
import { parseTitle } from "./title.ts";
import type { ConversationView } from "./types.ts";

/** Gives a conversation another title or description. Throws `not_found`, `invalid_input`. */
export async function renameConversation(
  ctx: Ctx,
  input: { conversationId: string; title?: string; description?: string | null },
): Promise<ConversationView> {
  const { id } = await requireConversation(ctx, input.conversationId, "write");
  const row = await ctx.db.conversation.update({
    where: { id },
    data: {
      ...(input.title !== undefined && { title: parseTitle(input.title) }),
      ...(input.description !== undefined && { description: input.description }),
    },
    select: conversationSelect,
  });
  return toConversationJson(row);
}
