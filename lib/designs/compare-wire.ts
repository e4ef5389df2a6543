import { z } from "zod";
import { findingForm } from "./wire.ts";

const vector = z.tuple([z.number(), z.number(), z.number()]);
const value = z.unknown();

/** A comparison as the API answers it. */
export const comparisonForm = z.object({
  from: z.number().int(),
  to: z.number().int(),
  fields: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      before: value,
      after: value,
      unit: z.string().nullable(),
    }),
  ),
  boxMm: z.object({ before: vector, after: vector }),
  volumeMm3: z.object({ before: z.number(), after: z.number() }),
  massDeltaG: z.number(),
  priceDeltaMinor: z.number().int(),
  currency: z.string(),
  addedMm3: z.number(),
  removedMm3: z.number(),
  newFindings: z.array(findingForm),
  goneFindings: z.array(findingForm),
  model: z
    .object({ format: z.literal("glb"), url: z.string() })
    .describe("Added in green, removed in red, kept in grey."),
});
