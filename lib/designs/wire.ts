import { z } from "zod";

const id = z.string();
const vector = z.tuple([z.number(), z.number(), z.number()]);
/** A kind's own fields, in the units its schema at /api/v1/kinds states. */
export const specForm = z.record(z.string(), z.unknown());

export const findingForm = z.object({
  rule: z.string(),
  process: z.string(),
  status: z.enum(["pass", "warn", "fail"]),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  unit: z.string().nullable().describe("mm, mm2, mm3, deg, count, g or gsm (g/m²)."),
  at: vector.nullable().describe("Where, mm."),
  message: z.string(),
});

const measuresForm = z.looseObject({
  boxMm: vector,
  volumeMm3: z.number(),
  massG: z.number(),
  madeOf: z
    .array(
      z.object({
        material: id,
        volumeMm3: z.number(),
        clothMm2: z.number(),
        massG: z.number(),
      }),
    )
    .optional()
    .describe("What it takes of each material, heaviest first."),
  massByAlloy: z
    .record(z.string(), z.number())
    .describe("The same piece in everything it could be made of instead, g by material."),
  watertight: z.boolean(),
  pieces: z.number().int(),
  genus: z.number().int(),
  thinnestWallMm: z.number().nullable(),
});

const priceForm = z.object({
  currency: z.string(),
  totalMinor: z.number().int(),
  ratesAsOf: z.string(),
  lines: z.array(
    z.object({ id, label: z.string(), basis: z.string(), amountMinor: z.number().int() }),
  ),
});

const pictureForm = z.object({
  id,
  url: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  view: z.string().nullable(),
  seed: z.number().int().nullable(),
  quality: z.enum(["draft", "final"]),
});

export const fileForm = z.object({
  format: z.string().describe("3mf, stl, glb, usdz, obj, svg, pdf, zip or manifest."),
  purpose: z.enum(["print", "cast", "view", "document"]),
  filename: z.string(),
  url: z.string().describe("The first GET of a file that is not there yet makes it."),
  bytes: z.number().int().nullable().describe("Null until it is made."),
  sha256: z.string().nullable(),
});

export const revisionForm = z.looseObject({
  id,
  number: z.number().int(),
  spec: specForm.nullable(),
  prompt: z.string().nullable(),
  enhancedPrompt: z.string().nullable(),
  seed: z.number().int(),
  engine: z.string(),
  engineVersion: z.string(),
  providerRequestId: z.string().nullable(),
  measures: measuresForm.nullable(),
  price: priceForm.nullable(),
  findings: z.array(findingForm),
  changes: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      before: z.unknown(),
      after: z.unknown(),
      unit: z.string().nullable(),
    }),
  ),
  massDeltaG: z.number(),
  priceDeltaMinor: z.number().int(),
  revertedTo: z
    .number()
    .int()
    .nullable()
    .describe("The older revision this one repeats, when it came of an undo."),
  pictures: z.array(pictureForm),
  files: z.array(fileForm),
});

export const designForm = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  conversationId: z.string().nullable(),
  revision: revisionForm,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** A design with the jobs its change started; null where nothing had to be done. */
export const designChangeForm = designForm.extend({
  picturesJobId: z.string().nullable(),
  modelJobId: z.string().nullable(),
});
