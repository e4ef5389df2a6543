import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";
import { type ConversationRow, type MessageRow, messageSelect } from "./row.ts";
import { stillAnswering } from "./store-message-pair.ts";
import { threadOf } from "./thread.ts";

/** All messages of a conversation, every version, in the order in which they came. */
export function findMessages(ctx: Pick<Ctx, "db">, conversationId: string): Promise<MessageRow[]> {
  return ctx.db.message.findMany({
    where: { conversationId },
    orderBy: { number: "asc" },
    select: messageSelect,
  });
}

/** A message among those of its conversation. Throws `not_found`. */
export function messageOf(
  rows: readonly MessageRow[],
  id: string,
  role?: MessageRow["role"],
): MessageRow {
  const row = rows.find((one) => one.id === id && (role === undefined || one.role === role));
  if (!row) throw notFound("message");
  return row;
}

/** The last message of the version that is shown, when nothing is being written. Throws `conflict` otherwise. */
export function leafShown(
  conversation: ConversationRow,
  rows: readonly MessageRow[],
): MessageRow | null {
  if (rows.some(({ status }) => status === "streaming")) throw stillAnswering();
  return threadOf(rows, conversation.shownLeafId).at(-1) ?? null;
}
