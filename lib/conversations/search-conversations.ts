import { Prisma } from "#generated/prisma/client.ts";
import { workspaceIds } from "#lib/accounts/workspace-ids.ts";
import type { Ctx } from "#lib/context.ts";
import { excerptAround, toTsQuery } from "./search-words.ts";

/** Conversations a search looks through at most, newest first. */
const MOST_FOUND = 1000;

/** Where a search found something in a conversation's messages. */
export interface FoundMessage {
  messageId: string;
  /** The text around it. */
  excerpt: string;
}

/** Ids of the actor's conversations whose title, description or a message has all the words. */
export async function findConversationsWith(ctx: Ctx, words: readonly string[]): Promise<string[]> {
  const workspaces = await workspaceIds(ctx, "read");
  if (workspaces.length === 0 || words.length === 0) return [];
  const query = Prisma.sql`to_tsquery('simple'::regconfig, ${toTsQuery(words)})`;
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT c."id" FROM "Conversation" c
    WHERE c."workspaceId" IN (${Prisma.join(workspaces)}) AND (
      to_tsvector('simple'::regconfig, fold_text(c."title" || ' ' || coalesce(c."description", ''))) @@ ${query}
      OR EXISTS (
        SELECT 1 FROM "Message" m WHERE m."conversationId" = c."id"
        AND to_tsvector('simple'::regconfig, fold_text(m."content")) @@ ${query}
      )
    )
    ORDER BY c."updatedAt" DESC LIMIT ${MOST_FOUND}`;
  return rows.map(({ id }) => id);
}

/** The newest message with all the words, of each of these conversations that has one. */
export async function findMessagesWith(
  ctx: Pick<Ctx, "db">,
  conversationIds: readonly string[],
  words: readonly string[],
): Promise<Map<string, FoundMessage>> {
  if (conversationIds.length === 0 || words.length === 0) return new Map();
  const rows = await ctx.db.$queryRaw<{ conversationId: string; id: string; content: string }[]>`
    SELECT DISTINCT ON (m."conversationId") m."conversationId", m."id", m."content"
    FROM "Message" m
    WHERE m."conversationId" IN (${Prisma.join([...conversationIds])})
      AND to_tsvector('simple'::regconfig, fold_text(m."content")) @@ to_tsquery('simple'::regconfig, ${toTsQuery(words)})
    ORDER BY m."conversationId", m."number" DESC`;
  return new Map(
    rows.map(({ conversationId, id, content }) => [
      conversationId,
      { messageId: id, excerpt: excerptAround(content, words) },
    ]),
  );
}
