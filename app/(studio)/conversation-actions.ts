import type { ConversationActions } from "#components/chat/conversation-actions.ts";
import {
  branchConversationAction,
  countContentsAction,
  deleteConversationAction,
  showVersionAction,
  updateConversationAction,
} from "./conversations/actions.ts";

export const conversationActions: ConversationActions = {
  update: updateConversationAction,
  count: countContentsAction,
  remove: deleteConversationAction,
  branch: branchConversationAction,
  show: showVersionAction,
};
