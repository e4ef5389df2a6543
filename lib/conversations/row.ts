import type { UIMessage } from "ai";
import { getToolName, isToolUIPart } from "ai";
import type { Prisma } from "#generated/prisma/client.ts";
import type { ImageView } from "#lib/images/row.ts";
import type { ConversationView, MessageView } from "./types.ts";

export const conversationSelect = {
  id: true,
  workspaceId: true,
  title: true,
  description: true,
  pinnedAt: true,
  archivedAt: true,
  branchedFromId: true,
  shownLeafId: true,
  answeredAt: true,
  seenAt: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.ConversationSelect;

export type ConversationRow = Prisma.ConversationGetPayload<{ select: typeof conversationSelect }>;

export const messageSelect = {
  id: true,
  conversationId: true,
  number: true,
  parentId: true,
  role: true,
  status: true,
  content: true,
  parts: true,
  metadata: true,
  jobId: true,
  createdAt: true,
} satisfies Prisma.MessageSelect;

export type MessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>;

export function toConversationJson(row: ConversationRow): ConversationView {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    pinnedAt: row.pinnedAt?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    branchedFromId: row.branchedFromId,
    unread: row.answeredAt !== null && (row.seenAt === null || row.seenAt < row.answeredAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A stored message with the pictures that belong to it. */
export function toMessageJson(row: MessageRow, images: ImageView[] = []): MessageView {
  const parts = partsOf(row);
  const toolCalls = parts.filter(isToolUIPart).map((part) => ({
    name: getToolName(part),
    input: part.input,
    output: part.state === "output-available" ? part.output : null,
  }));
  return {
    id: row.id,
    conversationId: row.conversationId,
    role: row.role,
    status: row.status,
    content: row.content,
    parts,
    images,
    metadata: { ...(row.metadata as object), ...(toolCalls.length > 0 && { toolCalls }) },
    parentId: row.parentId,
    jobId: row.jobId,
    createdAt: row.createdAt.toISOString(),
  };
}

/** The message's UI parts as the AI SDK knows them. */
export function partsOf(row: Pick<MessageRow, "parts">): UIMessage["parts"] {
  return row.parts as unknown as UIMessage["parts"];
}
