import type { ConversationContents } from "#lib/conversations/count-contents.ts";
import type { ConversationDetails } from "#lib/conversations/get-conversation.ts";
import type { ActionResult } from "#lib/http/define-action.ts";

/** What a page lets a person do with a conversation; the server actions behind it check everything again. */
export interface ConversationActions {
  update: (input: {
    conversationId: string;
    title?: string;
    description?: string | null;
    pinned?: boolean;
    archived?: boolean;
  }) => Promise<ActionResult<unknown>>;
  /** What would go if it were deleted. */
  count: (input: { conversationId: string }) => Promise<ActionResult<ConversationContents>>;
  /** Deletes it and leads to the list. */
  remove: (input: { conversationId: string }) => Promise<ActionResult<never>>;
  /** Begins another conversation like it up to a message, and leads there. */
  branch: (input: { conversationId: string; messageId: string }) => Promise<ActionResult<never>>;
  /** Shows the version a message belongs to. */
  show: (input: {
    conversationId: string;
    messageId: string;
  }) => Promise<ActionResult<ConversationDetails>>;
}

/** What of a conversation its menu needs. */
export interface MenuConversation {
  id: string;
  title: string;
  description: string | null;
  pinnedAt: string | null;
  archivedAt: string | null;
}
