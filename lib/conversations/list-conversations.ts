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
import {
  type FoundMessage,
  findConversationsWith,
  findMessagesWith,
} from "./search-conversations.ts";
import { searchWords } from "./search-words.ts";
import type { ConversationView } from "./types.ts";

export interface ListConversationsInput extends PageInput {
  /** Words of a title, a description or a message; all must be there, as beginnings of words. */
  q?: string;
  /** Only those that are pinned, or only those that are not. */
  pinned?: boolean;
  /** Only those put away, or only the others; by default the others, and both when there is a `q`. */
  archived?: boolean;
}

export interface ListedConversation extends ConversationView {
  /** The message a search found; null without a search, or when only the title has the words. */
  found: FoundMessage | null;
}

/** The actor's conversations, last used first. */
export async function listConversations(
  ctx: Ctx,
  input: ListConversationsInput = {},
): Promise<Page<ListedConversation>> {
  const size = pageSize(input);
  const words = searchWords(input.q ?? "");
  const isSearch = Boolean(input.q?.trim());
  const archived = input.archived ?? (isSearch ? undefined : false);
  const rows = await ctx.db.conversation.findMany({
    where: {
      ...workspaceScope(ctx.actor, "read"),
      ...(isSearch && { id: { in: await findConversationsWith(ctx, words) } }),
      ...(input.pinned !== undefined && { pinnedAt: input.pinned ? { not: null } : null }),
      ...(archived !== undefined && { archivedAt: archived ? { not: null } : null }),
      ...behindCursor("updatedAt", input.cursor),
    },
    orderBy: newestFirst("updatedAt"),
    take: size + 1,
    select: conversationSelect,
  });
  const shown = rows.slice(0, size);
  const ids = shown.map(({ id }) => id);
  const found = isSearch ? await findMessagesWith(ctx, ids, words) : new Map();
  const items = shown.map((row) => ({
    ...toConversationJson(row),
    found: found.get(row.id) ?? null,
  }));
  return toPage(rows, size, "updatedAt", items);
}
