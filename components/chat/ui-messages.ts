import type { UIMessage } from "ai";
import type { MessageView } from "#lib/conversations/types.ts";

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
