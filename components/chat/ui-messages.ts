import type { UIMessage } from "ai";
import type { PlacedMessage } from "#lib/conversations/get-conversation.ts";
import type { MessageVersions, MessageView } from "#lib/conversations/types.ts";

/**
 * Stored messages as the chat takes them. An answer that is being written is left out: its stream
 * brings it again from its start.
 */
export function toUiMessages(messages: MessageView[]): UIMessage[] {
  return messages.flatMap((message) => {
    const shown = message.role === "user" || message.role === "assistant";
    if (!shown || message.status === "streaming") return [];
    return [{ id: message.id, role: message.role as "user" | "assistant", parts: message.parts }];
  });
}

/** The written text of a message. */
export function textOf(message: UIMessage | undefined): string {
  const texts = message?.parts.filter((part) => part.type === "text") ?? [];
  return texts.map((part) => part.text).join("\n");
}

/** The other versions of messages, by message id. */
export function versionsOf(messages: readonly PlacedMessage[]): Record<string, MessageVersions> {
  return Object.fromEntries(
    messages.flatMap(({ id, versions }) => (versions ? [[id, versions]] : [])),
  );
}
