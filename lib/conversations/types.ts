import type { UIMessage } from "ai";
import type { ImageView } from "#lib/images/row.ts";

/** Longest message, characters. */
export const MAX_MESSAGE_LENGTH = 8000;
/** Longest title of a conversation, characters. */
export const MAX_TITLE_LENGTH = 120;

export interface ConversationView {
  id: string;
  title: string;
  description: string | null;
  createdAt: string;
  updatedAt: string;
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
  /** The chat turn that writes this answer; null for what a person wrote. */
  jobId: string | null;
  createdAt: string;
}
