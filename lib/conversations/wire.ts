import { z } from "zod";
import { designForm } from "#lib/designs/wire.ts";
import { imageForm } from "#lib/images/wire.ts";

export const conversationForm = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
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
  jobId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const conversationDetailsForm = conversationForm.extend({ messages: z.array(messageForm) });

export const turnForm = z.object({
  userMessage: messageForm,
  assistantMessage: messageForm,
  generatedImages: z.array(imageForm),
  designs: z.array(designForm),
});
