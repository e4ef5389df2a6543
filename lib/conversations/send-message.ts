import type { UIMessage } from "ai";
import { validate as isUuid, v7 as newUuid, v5 as uuidOf } from "uuid";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { requireAllowedText } from "#lib/moderation/require-allowed-text.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { invalidInput, notFound } from "#lib/shared/errors.ts";
import { requireConversation } from "./find-conversation.ts";
import { toMessageJson } from "./row.ts";
import { settleAnswer } from "./settle-answer.ts";
import { findMessagePair, storeMessagePair } from "./store-message-pair.ts";
import { MAX_MESSAGE_LENGTH, type MessageView } from "./types.ts";

export interface SendMessageInput {
  conversationId: string;
  text: string;
  /** The sender's own id of the message: the same id again answers the first message. */
  clientMessageId?: string;
  /** Ids of uploaded pictures, at most 4. */
  attachments?: string[];
  /** The design the person looks at, when it is not the conversation's newest. */
  designId?: string;
  /** What the answer may spend at a provider, for people who want to be asked; millionths of a USD. */
  approvedMicroUsd?: number;
}

export interface SentMessage {
  userMessage: MessageView;
  /** The answer, still empty: its chunks come as events of the job. */
  assistantMessage: MessageView;
  jobId: string;
}

const MAX_ATTACHMENTS = 4;

/**
 * Stores what a person writes and promises the answer to it, in one transaction.
 * Throws `invalid_input` (empty, too long), `not_found` (conversation, picture, design), `conflict` while the last
 * answer is still being written.
 */
export async function sendMessage(ctx: Ctx, input: SendMessageInput): Promise<SentMessage> {
  const text = parseMessage(input.text);
  const conversation = await requireConversation(ctx, input.conversationId, "write");
  const { workspaceId } = conversation;
  await requireAllowedText(ctx, { text, subjectType: "message", workspaceId });
  if (input.designId) await requireOwnDesign(ctx, input.designId);
  await settleAnswer(ctx, { conversationId: conversation.id });
  const files = await attachedFiles(ctx, input.attachments ?? []);
  const id = messageId(conversation.id, input.clientMessageId);
  const sent = await ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Conversation" WHERE "id" = ${conversation.id} FOR UPDATE`;
    const earlier = await findMessagePair(tx, conversation.id, id);
    if (earlier) return earlier;
    // What is shown in a conversation goes with it when it is deleted.
    await tx.image.updateMany({
      where: {
        id: { in: input.attachments ?? [] },
        workspaceId: conversation.workspaceId,
        conversationId: null,
      },
      data: { conversationId: conversation.id },
    });
    return storeMessagePair(ctx, tx, conversation, {
      id,
      text,
      parts: [{ type: "text", text }, ...files],
      metadata: {
        ...(input.designId && { designId: input.designId }),
        ...(input.approvedMicroUsd && { approvedMicroUsd: input.approvedMicroUsd }),
      },
    });
  });
  await flushOutbox(ctx.db);
  return {
    userMessage: toMessageJson(sent.user),
    assistantMessage: toMessageJson(sent.assistant),
    jobId: sent.assistant.jobId ?? "",
  };
}

function parseMessage(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length === 0) {
    const message = "Write what you have in mind.";
    throw invalidInput(message, { details: { field: "message" }, fieldErrors: { message } });
  }
  if (trimmed.length > MAX_MESSAGE_LENGTH) {
    const message = `A message has at most ${MAX_MESSAGE_LENGTH.toLocaleString("en")} characters; this one has ${trimmed.length.toLocaleString("en")}.`;
    throw invalidInput(message, {
      details: { field: "message", maximum: MAX_MESSAGE_LENGTH, value: trimmed.length },
      fieldErrors: { message },
    });
  }
  return trimmed;
}

async function requireOwnDesign(ctx: Ctx, id: string): Promise<void> {
  const where = { id, ...workspaceScope(ctx.actor, "write") };
  if (!(await ctx.db.design.findFirst({ where, select: { id: true } }))) throw notFound("design");
}

async function attachedFiles(ctx: Ctx, ids: string[]): Promise<UIMessage["parts"]> {
  if (ids.length === 0) return [];
  if (ids.length > MAX_ATTACHMENTS) {
    throw invalidInput(`A message carries at most ${MAX_ATTACHMENTS} pictures.`, {
      details: { field: "attachments", maximum: MAX_ATTACHMENTS },
    });
  }
  const images = await ctx.db.image.findMany({
    where: { id: { in: ids }, ...workspaceScope(ctx.actor, "read") },
    select: { id: true, mediaType: true },
  });
  return ids.map((id) => {
    const image = images.find((one) => one.id === id);
    if (!image) throw notFound("picture");
    return { type: "file", mediaType: image.mediaType, url: `/api/v1/images/${id}` };
  });
}

/** The row's id: the sender's when it is a UUID, else one that follows from it. */
function messageId(conversationId: string, clientMessageId: string | undefined): string {
  if (!clientMessageId) return newUuid();
  return isUuid(clientMessageId) ? clientMessageId : uuidOf(clientMessageId, conversationId);
}
