import type { Ctx } from "#lib/context.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { notFound } from "#lib/shared/errors.ts";
import { designState } from "./design-state.ts";
import { requireConversation } from "./find-conversation.ts";
import { findMessages, leafShown, messageOf } from "./find-message.ts";
import { leaveVersion } from "./leave-version.ts";
import { type MessageRow, toMessageJson } from "./row.ts";
import type { SentMessage } from "./send-message.ts";
import { settleAnswer } from "./settle-answer.ts";
import { nextPlace, storeAnswerToCome } from "./store-message-pair.ts";

/**
 * Has a message answered once more, from where the designs stood when it was sent. The answer before stays as another
 * version. By default the last answer; under an effect id once. Throws `not_found`, `conflict` while an answer is being written.
 */
export async function regenerateAnswer(
  ctx: Ctx,
  input: { conversationId: string; messageId?: string; effectId?: string | undefined },
): Promise<SentMessage> {
  const conversation = await requireConversation(ctx, input.conversationId, "write");
  const { id } = conversation;
  await settleAnswer(ctx, { conversationId: id });
  const rows = await findMessages(ctx, id);
  const { effectId } = input;
  const begun = rows.find((row) => row.id === effectId);
  if (begun?.parentId) return sentMessage(messageOf(rows, begun.parentId, "user"), begun);
  const answerId = input.messageId ?? leafShown(conversation, rows)?.id;
  const answer = answerId === undefined ? null : messageOf(rows, answerId, "assistant");
  if (!answer?.parentId) throw notFound("message");
  const user = messageOf(rows, answer.parentId, "user");
  await leaveVersion(ctx, conversation, await designState(ctx.db, id, user.createdAt));
  const assistant = await ctx.db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Conversation" WHERE "id" = ${id} FOR UPDATE`;
    const { number } = await nextPlace(tx, conversation);
    return storeAnswerToCome(ctx, tx, conversation, { user, number, id: effectId });
  });
  await flushOutbox(ctx.db);
  return sentMessage(user, assistant);
}

const sentMessage = (user: MessageRow, assistant: MessageRow): SentMessage => ({
  userMessage: toMessageJson(user),
  assistantMessage: toMessageJson(assistant),
  jobId: assistant.jobId ?? "",
});
