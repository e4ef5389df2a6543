import { type Access, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type ConversationRow, conversationSelect } from "./row.ts";

/** The conversation. Throws `not_found`, also for a conversation of someone else. */
export async function requireConversation(
  ctx: Ctx,
  id: string,
  access: Access,
): Promise<ConversationRow> {
  const row = await ctx.db.conversation.findFirst({
    where: { id, ...workspaceScope(ctx.actor, access) },
    select: conversationSelect,
  });
  if (!row) throw notFound("conversation");
  return row;
}
