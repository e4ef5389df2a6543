import type { Ctx } from "#lib/context.ts";
import { requireConversation } from "./find-conversation.ts";
import { ownDesigns } from "./own-designs.ts";

/** What goes when a conversation is deleted. */
export interface ConversationContents {
  messages: number;
  /** Designs that belong to it alone. */
  designs: number;
  /** Pictures sent with messages, and drawn of its designs. */
  pictures: number;
  /** Files of its designs' models. */
  files: number;
}

/** Counts what a conversation holds, to be said before it is deleted. Throws `not_found`. */
export async function countContents(
  ctx: Ctx,
  input: { conversationId: string },
): Promise<ConversationContents> {
  const { id } = await requireConversation(ctx, input.conversationId, "read");
  const ofDesigns = { revision: { design: ownDesigns(id) } };
  const ofMessages = { conversationId: id, revisionId: null };
  const [messages, designs, pictures, files] = await Promise.all([
    ctx.db.message.count({ where: { conversationId: id } }),
    ctx.db.design.count({ where: ownDesigns(id) }),
    ctx.db.image.count({ where: { OR: [ofMessages, ofDesigns] } }),
    ctx.db.modelFile.count({ where: ofDesigns }),
  ]);
  return { messages, designs, pictures, files };
}
