import { z } from "zod";
import { designForm } from "#lib/designs/wire.ts";

export const collectionForm = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  count: z.number().int(),
  coverImageIds: z
    .array(z.string())
    .describe("The main pictures of its newest designs, at most four."),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

export const savedDesignForm = collectionForm.extend({
  isNew: z.boolean().describe("False when the design was in it before."),
});

export const shareLinkForm = z.object({
  id: z.string(),
  expiresAt: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable().describe("When somebody first looked."),
  createdAt: z.iso.datetime(),
});

export const fullCollectionForm = collectionForm.extend({
  designs: z.array(designForm),
  links: z.array(shareLinkForm),
});

export const newShareLinkForm = shareLinkForm.extend({
  url: z.string().describe("Shown this once: the token in it is not kept."),
});

export const sharedCollectionForm = z.object({
  title: z.string(),
  description: z.string(),
  expiresAt: z.iso.datetime(),
  pieces: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      words: z.string().nullable(),
      pictures: designForm.shape.revision.shape.pictures,
      boxMm: z.array(z.number()).nullable(),
      massG: z.number().nullable(),
    }),
  ),
});
