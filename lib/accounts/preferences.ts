import { z } from "zod";
import { ALLOYS } from "../shared/alloys.ts";
import { LOCALES } from "../shared/locales.ts";
import { RING_SYSTEMS } from "../shared/ring-size.ts";

/** Currencies prices can be shown in. */
export const CURRENCIES = ["EUR", "USD", "GBP", "CHF", "JPY", "HKD", "VND"] as const;

/** Units lengths are shown in; what is kept is always mm. */
export const UNITS = ["mm", "inch"] as const;
export type Units = (typeof UNITS)[number];

const ALLOY_IDS = ALLOYS.map(({ id }) => id) as [string, ...string[]];

/** What a person prefers, everywhere: on pages, for new designs and in the chat. */
export const preferenceShape = {
  locale: z.enum(LOCALES).describe("Language of pages, mails and answers."),
  currency: z.enum(CURRENCIES).describe("Prices are shown in it."),
  metal: z
    .enum(ALLOY_IDS)
    .nullable()
    .describe(
      "Alloy of new pieces of metal where nothing else is said; null: as each kind has it.",
    ),
  ringSystem: z
    .enum(RING_SYSTEMS)
    .nullable()
    .describe("System ring sizes are shown in, and a size without one is read as."),
  units: z.enum(UNITS).describe("Lengths on pages; the API always speaks mm."),
};
