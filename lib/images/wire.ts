import { z } from "zod";

/** A picture as the API answers it. */
export const imageForm = z.object({
  id: z.string(),
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  source: z.enum(["upload", "drawn", "generated"]),
  imageType: z.string(),
  view: z.string().nullable(),
  prompt: z.string().nullable(),
  properties: z.unknown(),
  seed: z.number().int().nullable(),
  url: z.string(),
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  createdAt: z.iso.datetime(),
});
