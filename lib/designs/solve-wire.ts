import { z } from "zod";
import type { SolveTarget } from "#lib/kinds/solve/target.ts";
import { invalidInput } from "#lib/shared/errors.ts";

/** A target as every transport takes it: grams or money, not both. */
export const solveForm = z.object({
  massG: z.number().positive().max(100_000).optional().describe("Grams to come to."),
  totalMinor: z
    .number()
    .int()
    .positive()
    .max(1e11)
    .optional()
    .describe("Price to come to, in minor units of the price's currency."),
  bound: z
    .enum(["at-most", "near"])
    .default("at-most")
    .describe(
      "`at-most` leaves a piece that keeps the bound as it is; `near` also makes it heavier.",
    ),
});

/** Throws `invalid_input` unless one target is given. */
export function solveTarget({ massG, totalMinor, bound }: z.infer<typeof solveForm>): SolveTarget {
  if ((massG === undefined) === (totalMinor === undefined)) {
    throw invalidInput("Name a mass or a price to come to, one of them.", {
      details: { fields: ["mass_g", "total_minor"] },
    });
  }
  return massG === undefined
    ? { measure: "price", value: totalMinor!, bound }
    : { measure: "mass", value: massG, bound };
}
