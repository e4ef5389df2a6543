import type { Ctx } from "#lib/context.ts";
import { type ImageView, imageSelect, toImageView } from "#lib/images/row.ts";
import { requireConversation } from "./find-conversation.ts";
import { messageSelect, toConversationJson, toMessageJson } from "./row.ts";
import { settleAnswer } from "./settle-answer.ts";
import type { ConversationView, MessageView } from "./types.ts";

export interface ConversationDetails extends ConversationView {
  messages: MessageView[];
}

/** A conversation with its messages in order, each with its pictures. Throws `not_found`. */
export async function getConversation(
  ctx: Ctx,
  input: { conversationId: string },
): Promise<ConversationDetails> {
  const row = await requireConversation(ctx, input.conversationId, "read");
  await settleAnswer(ctx, { conversationId: row.id });
  const [messages, images] = await Promise.all([
    ctx.db.message.findMany({
      where: { conversationId: row.id },
      orderBy: { number: "asc" },
      select: messageSelect,
    }),
    ctx.db.image.findMany({
      where: { conversationId: row.id, messageId: { not: null } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: imageSelect,
    }),
  ]);
  const byMessage = Map.groupBy(
    await Promise.all(images.map((image) => toImageView(ctx, image))),
    (image: ImageView) => image.messageId,
  );
  return {
    ...toConversationJson(row),
    messages: messages.map((message) => toMessageJson(message, byMessage.get(message.id))),
  };
}
