import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conversationSelect, toConversationJson } from "./row.ts";
import { parseTitle } from "./title.ts";
import type { ConversationView } from "./types.ts";

/** Title of a conversation until its first message names it. */
export const UNTITLED = "New conversation";

/** Begins a conversation in the actor's workspace. */
export async function createConversation(
  ctx: Ctx,
  input: { title?: string; description?: string } = {},
): Promise<ConversationView> {
  workspaceScope(ctx.actor, "write");
  const row = await ctx.db.conversation.create({
    data: {
      workspaceId: await personalWorkspaceId(ctx),
      createdById: actorUserId(ctx.actor),
      title: input.title === undefined ? UNTITLED : parseTitle(input.title),
      description: input.description ?? null,
    },
    select: conversationSelect,
  });
  return toConversationJson(row);
}
