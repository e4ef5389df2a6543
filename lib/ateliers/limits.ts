import { z } from "zod";

const lengthMm = z.number().positive().max(5000);
const wallMm = z.number().positive().max(50);

/** What an atelier cannot go beyond, mm and pieces. A limit that is null does not bind. */
export const atelierLimits = z.object({
  /** Largest piece, its sides from longest to shortest. */
  largestBoxMm: z.tuple([lengthMm, lengthMm, lengthMm]).nullable().default(null),
  /** Thinnest wall it takes, by process. */
  wallMm: z
    .object({ "cast-metal": wallMm, sla: wallMm, fdm: wallMm, "full-colour": wallMm })
    .partial()
    .default({}),
  /** Longest side of a stone it sets. */
  stoneMm: z
    .object({ smallest: lengthMm, largest: lengthMm })
    .refine(({ smallest, largest }) => smallest <= largest, {
      message: "The smallest stone is larger than the largest.",
      path: ["smallest"],
    })
    .nullable()
    .default(null),
  /** Pieces of one order. */
  quantity: z
    .object({ least: z.int().min(1).max(100_000), most: z.int().min(1).max(100_000) })
    .refine(({ least, most }) => least <= most, {
      message: "The least is more than the most.",
      path: ["least"],
    })
    .default({ least: 1, most: 1000 }),
});

export type AtelierLimits = z.infer<typeof atelierLimits>;
