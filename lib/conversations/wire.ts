import { z } from "zod";
import { designForm } from "#lib/designs/wire.ts";
import { imageForm } from "#lib/images/wire.ts";

export const conversationForm = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  pinnedAt: z.iso.datetime().nullable(),
  archivedAt: z.iso.datetime().nullable(),
  branchedFromId: z.string().nullable(),
  unread: z.boolean().describe("An answer has ended since you looked at it last."),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const listedConversationForm = conversationForm.extend({
  found: z
    .object({ messageId: z.string(), excerpt: z.string() })
    .nullable()
    .describe("The newest message a search found."),
});

export const messageForm = z.object({
  id: z.string(),
  conversationId: z.string(),
  role: z.enum(["user", "assistant", "system", "tool"]),
  status: z.enum(["streaming", "complete", "failed", "stopped"]),
  content: z.string(),
  parts: z.array(z.unknown()).describe("UI message parts of the AI SDK."),
  images: z.array(imageForm),
  metadata: z.looseObject({}),
  parentId: z.string().nullable().describe("The message it follows."),
  jobId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const placedMessageForm = messageForm.extend({
  versions: z
    .object({ ids: z.array(z.string()), place: z.int() })
    .nullable()
    .describe("What was said or answered in its place; null when nothing else was."),
});

export const conversationDetailsForm = conversationForm.extend({
  messages: z.array(placedMessageForm),
});

export const conversationContentsForm = z.object({
  messages: z.int(),
  designs: z.int(),
  pictures: z.int(),
  files: z.int(),
});

export const turnForm = z.object({
  userMessage: messageForm,
  assistantMessage: messageForm,
  generatedImages: z.array(imageForm),
  designs: z.array(designForm),
});
