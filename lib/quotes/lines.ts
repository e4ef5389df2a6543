import { z } from "zod";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { invalidInput } from "#lib/shared/errors.ts";

export const MOST_LINES = 40;
const MOST_QUANTITY = 100_000;

/** One line of an offer as a person writes it. */
export const offerLineForm = z.object({
  label: z.string().trim().min(1).max(120),
  quantity: z
    .number()
    .positive()
    .max(MOST_QUANTITY)
    .default(1)
    .describe("Pieces, grams, hours; three decimals count."),
  unit: z.enum(["piece", "g", "ct", "h", "cm3", "m2"]).default("piece"),
  unitMinor: z
    .number()
    .int()
    .min(0)
    .max(LARGEST_INT)
    .describe("Rate of one unit, in minor units of the currency."),
});

export const offerLinesForm = z.array(offerLineForm).min(1).max(MOST_LINES);

/** A line with the amount it comes to: quantity × rate, rounded to the minor unit. */
export interface OfferLine extends z.output<typeof offerLineForm> {
  amountMinor: number;
}

const THOUSANDTHS = 1000;

/** Lines with their amounts; a quantity counts to three decimals. */
export function priced(lines: readonly z.output<typeof offerLineForm>[]): OfferLine[] {
  return lines.map((line) => {
    const quantity = Math.round(line.quantity * THOUSANDTHS) / THOUSANDTHS;
    const amountMinor = Math.round(
      (Math.round(quantity * THOUSANDTHS) * line.unitMinor) / THOUSANDTHS,
    );
    return { ...line, quantity, amountMinor };
  });
}

/** The sum of the lines. Throws `invalid_input` where it is nothing, or more than an offer holds. */
export function totalOf(lines: readonly OfferLine[]): number {
  const totalMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (totalMinor >= 1 && totalMinor <= LARGEST_INT) return totalMinor;
  const message = totalMinor < 1 ? "The lines come to nothing." : "The lines come to too much.";
  throw invalidInput(message, {
    details: { field: "lines", value: totalMinor, minimum: 1, maximum: LARGEST_INT },
    fieldErrors: { lines: message },
  });
}
