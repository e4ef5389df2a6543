import { z } from "zod";

const text = z.string().max(40);

/** The rates a desk edits, as they are typed. */
export const rateTexts = z.object({
  asOf: text,
  validDays: text,
  hourly: text,
  markup: text,
  roundTo: text,
  makingFixed: text,
  makingPerG: text,
  finish: text,
  setting: z.object({ prong: text, bezel: text, pave: text, channel: text }),
  /** By alloy id. */
  metals: z.record(z.string(), text),
  densities: z.record(z.string(), text),
});

export type RateTexts = z.infer<typeof rateTexts>;
