import type { Ctx } from "#lib/context.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import type { DesignView } from "#lib/designs/types.ts";
import type { ImageView } from "#lib/images/row.ts";
import { isAppError, notFound } from "#lib/shared/errors.ts";
import { getConversation } from "./get-conversation.ts";
import type { MessageView } from "./types.ts";

export interface TurnView {
  userMessage: MessageView;
  assistantMessage: MessageView;
  generatedImages: ImageView[];
  /** Designs the answer made or changed, as they are now. */
  designs: DesignView[];
}

/** One message and its answer, with what came of it so far. Throws `not_found`. */
export async function getTurn(
  ctx: Ctx,
  input: { conversationId: string; assistantMessageId: string },
): Promise<TurnView> {
  const { messages } = await getConversation(ctx, { ...input, allVersions: true });
  const assistantMessage = messages.find(({ id }) => id === input.assistantMessageId);
  const userMessage = messages.find(({ id }) => id === assistantMessage?.parentId);
  if (!assistantMessage || !userMessage) throw notFound("message");
  const designs = designIdsOf([assistantMessage]).map((id) => findShownDesign(ctx, id));
  return {
    userMessage,
    assistantMessage,
    generatedImages: assistantMessage.images,
    designs: (await Promise.all(designs)).filter((design) => design !== null),
  };
}

/** Null for a design that was deleted meanwhile. */
async function findShownDesign(ctx: Ctx, designId: string): Promise<DesignView | null> {
  try {
    return await getDesign(ctx, { designId });
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}

/** Ids of the designs that messages made, changed or looked at, in order. */
export function designIdsOf(messages: readonly MessageView[]): string[] {
  const ids = messages
    .flatMap(({ metadata }) => metadata.toolCalls ?? [])
    .map((call) => (call.output as { designId?: unknown } | null)?.designId);
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}
