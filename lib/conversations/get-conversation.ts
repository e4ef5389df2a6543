import type { Ctx } from "#lib/context.ts";
import { type ImageView, imageSelect, toImageView } from "#lib/images/row.ts";
import { requireConversation } from "./find-conversation.ts";
import { messageSelect, toConversationJson, toMessageJson } from "./row.ts";
import { settleAnswer } from "./settle-answer.ts";
import { threadOf, versionsOf } from "./thread.ts";
import type { ConversationView, MessageVersions, MessageView } from "./types.ts";

/** A message as it stands in its conversation. */
export interface PlacedMessage extends MessageView {
  /** Null where nothing else was said in its place. */
  versions: MessageVersions | null;
}

export interface ConversationDetails extends ConversationView {
  /** Of the version that is shown, in order. */
  messages: PlacedMessage[];
}

/**
 * A conversation with its messages in order, each with its pictures. `allVersions` brings also what was edited or
 * answered anew, in the order in which it came. Throws `not_found`.
 */
export async function getConversation(
  ctx: Ctx,
  input: { conversationId: string; allVersions?: boolean },
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
  const shown = input.allVersions ? messages : threadOf(messages, row.shownLeafId);
  return {
    ...toConversationJson(row),
    messages: shown.map((message) => {
      const versions = versionsOf(messages, message);
      return {
        ...toMessageJson(message, byMessage.get(message.id)),
        versions: versions.ids.length > 1 ? versions : null,
      };
    }),
  };
}
