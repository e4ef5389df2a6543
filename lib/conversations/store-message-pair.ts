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
    where: { conversationId, number: user.number + 1 },
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
  const number = await nextNumber(tx, conversation.id);
  const user = await tx.message.create({
    data: {
      id: message.id,
      conversationId: conversation.id,
      number,
      role: "user",
      content: message.text,
      parts: toJson(message.parts),
      metadata: toJson(message.metadata),
    },
    select: messageSelect,
  });
  const assistant = await storeAnswerToCome(ctx, tx, conversation, user);
  const title = conversation.title === UNTITLED ? titleFromMessage(message.text) : undefined;
  await tx.conversation.update({
    where: { id: conversation.id },
    data: { updatedAt: ctx.now(), ...(title && { title }) },
  });
  return { user, assistant };
}

async function nextNumber(tx: Tx, conversationId: string): Promise<number> {
  const last = await tx.message.findFirst({
    where: { conversationId },
    orderBy: { number: "desc" },
    select: { number: true, status: true },
  });
  if (last?.status === "streaming") {
    throw conflict("I am still answering your last message. Wait for it, or stop it.");
  }
  return (last?.number ?? 0) + 1;
}

async function storeAnswerToCome(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  user: MessageRow,
): Promise<MessageRow> {
  const id = newUuid();
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
  return tx.message.create({
    data: {
      id,
      conversationId,
      number: user.number + 1,
      role: "assistant",
      status: "streaming",
      content: "",
      parts: [],
      jobId: job.id,
    },
    select: messageSelect,
  });
}
