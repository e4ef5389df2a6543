import { z } from "zod";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { CURRENCIES } from "#lib/shared/exchange.ts";
import { MATERIALS } from "#lib/shared/materials.ts";
import { STONES } from "#lib/shared/stones.ts";

/** A carat of fine ruby in rupiah is more than 10⁹ of its smallest unit. */
const MOST_MINOR = 1e13;
const minor = z
  .int("A rate is a whole number of the currency's smallest unit.")
  .min(0, "A rate cannot be negative.")
  .max(MOST_MINOR, "This is more than anybody charges.");
const number = z.number("This is no number.");
const positive = number.positive("This must be more than nothing.");

/** A record of some of these ids; others are refused. */
const byIdOf = <Value extends z.ZodType>(ids: readonly string[], value: Value) =>
  z.partialRecord(z.enum(ids as [string, ...string[]]), value);

const alloyIds = ALLOYS.map(({ id }) => id);
const materialIds = MATERIALS.map(({ id }) => id);
const stoneIds = STONES.map(({ id }) => id);

const stoneRates = z
  .array(z.object({ upToCarats: positive, perCaratMinor: minor }))
  .min(1)
  .refine(
    (rates) => rates.every((rate, at) => at === 0 || rates[at - 1]!.upToCarats < rate.upToCarats),
    {
      message: "The weights of a stone's rates must grow.",
    },
  );

const printRate = z.object({
  fixedMinor: minor,
  perHourMinor: minor,
  cm3PerHour: positive,
  finishMinor: minor,
});

const sewing = z.object({
  fixedMinor: minor,
  perHourMinor: minor,
  hoursPerM2: positive,
  finishMinor: minor,
  zipPerCmMinor: minor,
  buttonMinor: minor,
  buckleMinor: minor,
  threadPer100MMinor: minor,
});

/**
 * What an atelier charges, minor units of its currency; only the parts of its crafts. Densities, g/cm³, stand in for
 * the table's. A piece that needs a part that is not here is not the atelier's.
 */
export const atelierRates = z.object({
  currency: z.enum(CURRENCIES),
  asOf: z.iso.date("This is no date.").describe("Date of the metal rates."),
  validDays: z
    .int("Whole days.")
    .min(1, "At least one day.")
    .max(365, "At most 365 days.")
    .default(14)
    .describe("How long an estimate may be relied on."),
  densityGPerCm3: byIdOf(alloyIds, positive.max(25, "No metal is denser than 25 g/cm³.")).default(
    {},
  ),
  metalPerGMinor: byIdOf(alloyIds, minor).default({}),
  materials: byIdOf(materialIds, z.object({ per: z.enum(["g", "cm3", "m2"]), minor })).default({}),
  making: z.object({ fixedMinor: minor, perGMinor: minor }).optional(),
  finishMinor: minor.optional(),
  stones: byIdOf(stoneIds, stoneRates).default({}),
  settingMinor: z.object({ prong: minor, bezel: minor, pave: minor, channel: minor }).optional(),
  chain: z.object({ perLinkMinor: minor, claspMinor: minor }).optional(),
  engraving: z.object({ fixedMinor: minor, perLetterMinor: minor }).optional(),
  earringBacksMinor: minor.optional(),
  printing: z
    .object({ sla: printRate, fdm: printRate, "full-colour": printRate })
    .partial()
    .default({}),
  sewing: sewing.optional(),
  hourlyMinor: minor.describe("Work that no other rate names."),
  markup: number.min(1, "A margin below 1 would sell at a loss.").max(10, "At most 10."),
  roundToMinor: z
    .int("A sum of the currency.")
    .min(1, "At least its smallest coin.")
    .max(1_000_000, "This is too much to round by."),
});

export type AtelierRates = z.infer<typeof atelierRates>;
