import { z } from "zod";
import { RING_SYSTEMS } from "#lib/shared/ring-size.ts";

const size = z.union([z.string().trim().min(1).max(8), z.number().positive().max(200)]);

/** A range of ring sizes as every transport takes it. */
export const sizeRangeForm = z
  .object({
    system: z.enum(RING_SYSTEMS).default("us"),
    from: size.describe("Smallest size, in the system: `4`, `J½`."),
    to: size.describe("Largest size, in the system."),
    step: z
      .number()
      .positive()
      .max(10)
      .optional()
      .describe("Between sizes; by default the usual one."),
  })
  .transform(({ step, ...range }) => ({ ...range, ...(step !== undefined && { step }) }));
