import { z } from "zod";
import { MAX_PICTURES, PICTURE_BACKGROUNDS, PICTURE_LIGHTS } from "#lib/designs/pictures.ts";
import { specForm } from "#lib/designs/wire.ts";
import { imageForm } from "#lib/images/wire.ts";
import { STYLE_IDS } from "#lib/kinds/variants/styles.ts";
import { ASPECT_RATIOS } from "./aspect.ts";
import { CONCEPT_WAYS } from "./types.ts";

export const CONCEPT_VIEWS = ["hero", "front", "side", "back", "top", "detail", "head"] as const;

/** Longest words, characters. */
const WORDS = 8000;
const words = z.string().max(WORDS);

/** Settings of concept pictures, whichever way they are made. */
export const conceptSettings = z.object({
  negativePrompt: words
    .optional()
    .describe("What shall not be seen; what cannot be left out is said."),
  enhance: z
    .boolean()
    .optional()
    .describe("Complete the words by what the picture will show; true by default. Both are kept."),
  enhancedPrompt: words.optional().describe("The completed words, edited: these count then."),
  aspectRatio: z
    .enum(ASPECT_RATIOS)
    .optional()
    .describe("1:1, or the shape of the picture it starts from."),
  style: z.enum(STYLE_IDS).optional().describe("Light, ground and the family of its materials."),
  view: z.enum(CONCEPT_VIEWS).optional(),
  lights: z
    .enum(PICTURE_LIGHTS)
    .optional()
    .describe("How the pictures are lit; `studio` by default."),
  background: z
    .enum(PICTURE_BACKGROUNDS)
    .optional()
    .describe("`light` by default; `transparent` gives PNG with alpha and the shadow."),
  engine: z
    .enum(["embedded", "provider"])
    .optional()
    .describe(
      "`embedded` draws real numbers; `provider` asks the rented model, where there is one.",
    ),
});

/** Pictures that go into a concept. */
export const conceptPictures = z.object({
  imageId: z
    .string()
    .optional()
    .describe("The picture it starts from: a concept, or one of the design's."),
  maskId: z.string().optional().describe("White is made anew; of the picture's shape."),
  referenceId: z.string().optional().describe("A picture whose colours and light are taken."),
  control: z
    .object({ imageId: z.string(), by: z.enum(["edges"]).optional() })
    .optional()
    .describe("A sketch: its outline is matched to the nearest kind and proportions."),
});

export const seedForm = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1);
export const countForm = z.number().int().min(1).max(MAX_PICTURES);

const noteForm = z.object({
  verdict: z.enum(["kept", "changed", "refused"]),
  message: z.string(),
  field: z.string().optional(),
});

/** How a picture came to be, as the API answers it. */
export const lineageForm = z.object({
  source: z.enum(["upload", "drawn", "generated"]),
  way: z.enum([...CONCEPT_WAYS, "drawing", "upload"]),
  prompt: z.string().nullable(),
  enhancedPrompt: z.string().nullable(),
  negativePrompt: z.string().nullable(),
  engine: z.string().nullable(),
  engineVersion: z.string().nullable(),
  seed: z.number().int().nullable(),
  providerRequestId: z.string().nullable(),
  designId: z.string().nullable(),
  revisionNumber: z.number().int().nullable(),
  parentImageId: z.string().nullable(),
  usedImageIds: z.array(z.string()),
  digitalSourceType: z.string().nullable().describe("IPTC's digital source type."),
  isAiMade: z.boolean().describe("Whether a trained model had a hand in it."),
  createdAt: z.iso.datetime(),
});

/** A concept as the API answers it. */
export const conceptForm = z.object({
  id: z.string(),
  designId: z.string(),
  way: z.enum(CONCEPT_WAYS),
  image: imageForm,
  kind: z.string(),
  spec: specForm.nullable().describe("Null where a model painted it."),
  words: z.string().nullable(),
  changes: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      before: z.unknown(),
      after: z.unknown(),
      unit: z.string().nullable(),
    }),
  ),
  massDeltaG: z.number().nullable(),
  priceDeltaMinor: z.number().int().nullable(),
  notes: z.array(noteForm).describe("What was kept, changed and refused, and why."),
  look: z.looseObject({ view: z.string(), lights: z.string(), background: z.string() }),
  wish: z.looseObject({}).describe("Everything that was asked for."),
  lineage: lineageForm,
  again: z
    .object({ isExact: z.boolean(), message: z.string() })
    .describe("What making it again would give."),
  isFavourite: z.boolean(),
  adoptedRevisionId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const noteList = z.array(noteForm);
