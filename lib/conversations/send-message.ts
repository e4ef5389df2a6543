import { validate as isUuid, v7 as newUuid, v5 as uuidOf } from "uuid";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { requireAllowedText } from "#lib/moderation/require-allowed-text.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { designState } from "./design-state.ts";
import { requireConversation } from "./find-conversation.ts";
import { findMessages, messageOf } from "./find-message.ts";
import { leaveVersion } from "./leave-version.ts";
import { attachedFiles, parseMessage, pictureIdsOf, requireOwnDesign } from "./message-parts.ts";
import { type ConversationRow, type MessageRow, partsOf, toMessageJson } from "./row.ts";
import { settleAnswer } from "./settle-answer.ts";
import { findMessagePair, type NewMessage, storeMessagePair } from "./store-message-pair.ts";
import type { MessageView } from "./types.ts";

export interface SendMessageInput {
  conversationId: string;
  text: string;
  /** The sender's own id of the message: the same id again answers the first message. */
  clientMessageId?: string;
  /** Ids of uploaded pictures, at most 4; absent with `replacesId`: those of the message before. */
  attachments?: string[];
  /** The design the person looks at, when it is not the conversation's newest. */
  designId?: string;
  /** What the answer may spend at a provider, for people who want to be asked; millionths of a USD. */
  approvedMicroUsd?: number;
  /**
   * A message of the person's in whose place this one is said: the designs go back to where they stood before it, and what
   * followed it stays as another version.
   */
  replacesId?: string;
}

export interface SentMessage {
  userMessage: MessageView;
  /** The answer, still empty: its chunks come as events of the job. */
  assistantMessage: MessageView;
  jobId: string;
}

/**
 * Stores what a person writes and promises the answer to it, in one transaction.
 * Throws `invalid_input` (empty, too long), `not_found` (conversation, message, picture, design), `conflict` while the
 * last answer is still being written.
 */
export async function sendMessage(ctx: Ctx, input: SendMessageInput): Promise<SentMessage> {
  const text = parseMessage(input.text);
  const conversation = await requireConversation(ctx, input.conversationId, "write");
  const { workspaceId } = conversation;
  await requireAllowedText(ctx, { text, subjectType: "message", workspaceId });
  if (input.designId) await requireOwnDesign(ctx, input.designId);
  await settleAnswer(ctx, { conversationId: conversation.id });
  const replaced = await findReplaced(ctx, conversation, input.replacesId);
  const pictures = input.attachments ?? (replaced ? pictureIdsOf(partsOf(replaced)) : []);
  const message: NewMessage = {
    id: messageId(conversation.id, input.clientMessageId),
    text,
    parts: [{ type: "text", text }, ...(await attachedFiles(ctx, pictures))],
    metadata: {
      ...(input.designId && { designId: input.designId }),
      ...(input.approvedMicroUsd && { approvedMicroUsd: input.approvedMicroUsd }),
    },
    ...(replaced && { parentId: replaced.parentId }),
  };
  if (replaced) await goBackBefore(ctx, conversation, { replaced, id: message.id });
  const sent = await ctx.db.$transaction((tx) => store(ctx, tx, conversation, message, pictures));
  await flushOutbox(ctx.db);
  return {
    userMessage: toMessageJson(sent.user),
    assistantMessage: toMessageJson(sent.assistant),
    jobId: sent.assistant.jobId ?? "",
  };
}

async function store(
  ctx: Ctx,
  tx: Tx,
  conversation: ConversationRow,
  message: NewMessage,
  pictures: string[],
) {
  const { id, workspaceId } = conversation;
  await tx.$queryRaw`SELECT 1 FROM "Conversation" WHERE "id" = ${id} FOR UPDATE`;
  const earlier = await findMessagePair(tx, id, message.id);
  if (earlier) return earlier;
  // What is shown in a conversation goes with it when it is deleted.
  await tx.image.updateMany({
    where: { id: { in: pictures }, workspaceId, conversationId: null },
    data: { conversationId: id },
  });
  return storeMessagePair(ctx, tx, conversation, message);
}

async function findReplaced(
  ctx: Ctx,
  conversation: ConversationRow,
  id: string | undefined,
): Promise<MessageRow | null> {
  if (id === undefined) return null;
  return messageOf(await findMessages(ctx, conversation.id), id, "user");
}

/** Brings the designs to where they stood before the replaced message; not again for a message that is sent again. */
async function goBackBefore(
  ctx: Ctx,
  conversation: ConversationRow,
  { replaced, id }: { replaced: MessageRow; id: string },
): Promise<void> {
  if (await ctx.db.message.findUnique({ where: { id }, select: { id: true } })) return;
  const state = await designState(ctx.db, conversation.id, replaced.createdAt);
  await leaveVersion(ctx, conversation, state);
}

/** The row's id: the sender's when it is a UUID, else one that follows from it. */
function messageId(conversationId: string, clientMessageId: string | undefined): string {
  if (!clientMessageId) return newUuid();
  return isUuid(clientMessageId) ? clientMessageId : uuidOf(clientMessageId, conversationId);
}
