import { z } from "zod";
import { findingForm, specForm } from "#lib/designs/wire.ts";

const fileForm = z.object({
  format: z.string(),
  purpose: z.string(),
  filename: z.string(),
  url: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
});

/** A locked revision as the API answers it. */
export const proofForm = z.object({
  id: z.string(),
  designId: z.string(),
  revision: z.number().int(),
  kind: z.string(),
  title: z.string(),
  words: z.string().nullable(),
  spec: specForm.nullable(),
  measures: z.looseObject({}).nullable().describe("As in a design's revision."),
  price: z.looseObject({}).nullable().describe("The house's example price, as in a revision."),
  findings: z.array(findingForm),
  note: z.string().nullable(),
  sha256: z.string().describe("Over the numbers, the note and every file's name and hash."),
  pictures: z.array(fileForm),
  files: z.array(fileForm),
  createdAt: z.iso.datetime(),
});
