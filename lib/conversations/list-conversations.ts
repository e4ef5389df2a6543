import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import {
  behindCursor,
  newestFirst,
  type Page,
  type PageInput,
  pageSize,
  toPage,
} from "#lib/shared/cursor.ts";
import { conversationSelect, toConversationJson } from "./row.ts";
import type { ConversationView } from "./types.ts";

/** The actor's conversations, last used first. */
export async function listConversations(
  ctx: Ctx,
  input: PageInput = {},
): Promise<Page<ConversationView>> {
  const size = pageSize(input);
  const rows = await ctx.db.conversation.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      ...behindCursor("updatedAt", input.cursor),
    },
    orderBy: newestFirst("updatedAt"),
    take: size + 1,
    select: conversationSelect,
  });
  const items = rows.slice(0, size).map(toConversationJson);
  return toPage(rows, size, "updatedAt", items);
}
