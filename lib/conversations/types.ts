import type { UIMessage } from "ai";
import type { ImageView } from "#lib/images/row.ts";

/** Longest message, characters. */
export const MAX_MESSAGE_LENGTH = 8000;
/** Longest title of a conversation, characters. */
export const MAX_TITLE_LENGTH = 120;
/** Longest description of a conversation, characters. */
export const MAX_DESCRIPTION_LENGTH = 2000;

export interface ConversationView {
  id: string;
  title: string;
  description: string | null;
  /** When it was pinned to the top; null: it is not. */
  pinnedAt: string | null;
  /** When it was put away; null: it is not. */
  archivedAt: string | null;
  /** The conversation it was branched from, while that is there. */
  branchedFromId: string | null;
  /** An answer has ended since its person looked at it last. */
  unread: boolean;
  createdAt: string;
  updatedAt: string;
}

/** A message and the others that were said or answered in its place. */
export interface MessageVersions {
  /** Ids of all versions, oldest first, this one among them. */
  ids: string[];
  /** Place of this one, from 1. */
  place: number;
}

export interface MessageView {
  id: string;
  conversationId: string;
  role: "user" | "assistant" | "system" | "tool";
  /** `streaming` while its answer is being written. */
  status: "streaming" | "complete" | "failed" | "stopped";
  /** The readable text. */
  content: string;
  /** UI message parts of the AI SDK: texts, tool calls with their outputs, files. */
  parts: UIMessage["parts"];
  images: ImageView[];
  metadata: {
    toolCalls?: { name: string; input: unknown; output: unknown }[];
    [key: string]: unknown;
  };
  /** The message it follows; null: the first. */
  parentId: string | null;
  /** The chat turn that writes this answer; null for what a person wrote. */
  jobId: string | null;
  createdAt: string;
}
