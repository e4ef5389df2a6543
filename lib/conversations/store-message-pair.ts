import type { UIMessage } from "ai";
import { v7 as newUuid } from "uuid";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { toJson } from "#lib/designs/row.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import { conflict } from "#lib/shared/errors.ts";
import { UNTITLED } from "./create-conversation.ts";
import { type ConversationRow, type MessageRow, messageSelect } from "./row.ts";
import { threadOf } from "./thread.ts";
import { titleFromMessage } from "./title.ts";

/** What a person wrote and the answer to it. */
export interface MessagePair {
  user: MessageRow;
  assistant: MessageRow;
}

export interface NewMessage {
  id: string;
  text: string;
  parts: UIMessage["parts"];
  metadata: object;
  /** The message it follows; absent: the last of the version that is shown. */
  parentId?: string | null;
}

/** The pair that was stored under the message's id before, or null. Throws `conflict` when the id is another message's. */
export async function findMessagePair(
  tx: Tx,
  conversationId: string,
  id: string,
): Promise<MessagePair | null> {
  const user = await tx.message.findUnique({ where: { id }, select: messageSelect });
  if (!user) return null;
  if (user.conversationId !== conversationId || user.role !== "user") {
    throw conflict("This message id is taken.");
  }
  const assistant = await tx.message.findFirst({
    where: { conversationId, parentId: user.id },
    orderBy: { number: "asc" },
    select: messageSelect,
  });
  return assistant ? { user, assistant } : null;
}

/**
 * Writes a message, the empty answer to it and the job that writes the answer, in the caller's transaction, which holds
 * the conversation's row. Throws `conflict` while the last answer is being written.
 */
export async function storeMessagePair(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  message: NewMessage,
): Promise<MessagePair> {
  const { number, parentId } = await nextPlace(tx, conversation);
  const user = await tx.message.create({
    data: {
      id: message.id,
      conversationId: conversation.id,
      number,
      parentId: message.parentId === undefined ? parentId : message.parentId,
      role: "user",
      content: message.text,
      parts: toJson(message.parts),
      metadata: toJson(message.metadata),
    },
    select: messageSelect,
  });
  const assistant = await storeAnswerToCome(ctx, tx, conversation, { user, number: number + 1 });
  const title = conversation.title === UNTITLED ? titleFromMessage(message.text) : undefined;
  if (title) await tx.conversation.update({ where: { id: conversation.id }, data: { title } });
  return { user, assistant };
}

/**
 * Where a message goes that is said now: after the last one of the version that is shown. Throws `conflict` while an answer
 * is being written.
 */
export async function nextPlace(
  tx: Tx,
  conversation: Pick<ConversationRow, "id">,
): Promise<{ number: number; parentId: string | null }> {
  const [rows, { shownLeafId }] = await Promise.all([
    tx.message.findMany({
      where: { conversationId: conversation.id },
      select: { id: true, number: true, parentId: true, status: true },
    }),
    tx.conversation.findUniqueOrThrow({
      where: { id: conversation.id },
      select: { shownLeafId: true },
    }),
  ]);
  if (rows.some(({ status }) => status === "streaming")) throw stillAnswering();
  return {
    number: Math.max(0, ...rows.map(({ number }) => number)) + 1,
    parentId: threadOf(rows, shownLeafId).at(-1)?.id ?? null,
  };
}

/** `conflict`: one answer of a conversation is written at a time. */
export const stillAnswering = () =>
  conflict("I am still answering your last message. Wait for it, or stop it.");

/** Writes the empty answer to a message, with the job that fills it: from now on it is what is shown. */
export async function storeAnswerToCome(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  { user, number, id = newUuid() }: { user: MessageRow; number: number; id?: string | undefined },
): Promise<MessageRow> {
  const conversationId = conversation.id;
  const { job } = await createJob(tx, {
    workspaceId: conversation.workspaceId,
    createdById: actorUserId(ctx.actor),
    conversationId,
    kind: "answer-message",
    input: { messageId: id, userMessageId: user.id },
    tasks: [{ name: "answer", input: { messageId: id } }],
    event: { name: "conversation/message.received", data: { conversationId } },
  });
  await tx.conversation.update({
    where: { id: conversationId },
    data: { updatedAt: ctx.now(), shownLeafId: null },
  });
  return tx.message.create({
    data: {
      id,
      conversationId,
      number,
      parentId: user.id,
      role: "assistant",
      status: "streaming",
      content: "",
      parts: [],
      jobId: job.id,
    },
    select: messageSelect,
  });
}
