import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { conversationSelect, toConversationJson } from "./row.ts";
import { parseTitle } from "./title.ts";
import type { ConversationView } from "./types.ts";

/** Title of a conversation until its first message names it. */
export const UNTITLED = "New conversation";

/** Begins a conversation in the actor's workspace, one under an effect id: the same again answers the first. */
export async function createConversation(
  ctx: Ctx,
  input: { title?: string; description?: string; effectId?: string | undefined } = {},
): Promise<ConversationView> {
  const scope = workspaceScope(ctx.actor, "write");
  const { effectId: id } = input;
  const begun =
    id &&
    (await ctx.db.conversation.findFirst({ where: { id, ...scope }, select: conversationSelect }));
  if (begun) return toConversationJson(begun);
  const row = await ctx.db.conversation.create({
    data: {
      ...(id && { id }),
      workspaceId: await personalWorkspaceId(ctx),
      createdById: actorUserId(ctx.actor),
      title: input.title === undefined ? UNTITLED : parseTitle(input.title),
      description: input.description ?? null,
    },
    select: conversationSelect,
  });
  return toConversationJson(row);
}
