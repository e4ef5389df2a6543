import { z } from "zod";
import { FONT_LABELS } from "../../kernel/text/fonts.ts";
import { alloy, choice, flag, mm, text } from "../field.ts";
import { pictureFields } from "../relief/fields.ts";

/** A medal or coin: a picture in relief on a round blank with a rim. */
export const medalSchema = z.object({
  diameterMm: mm(15, 90, 38, { label: "Diameter", group: "Size" }),
  thicknessMm: mm(1, 6, 2.2, { label: "Thickness", group: "Size" }),
  rimWidthMm: mm(0.8, 6, 1.8, { label: "Rim width", group: "Rim" }),
  rimHeightMm: mm(0.3, 2, 0.8, { label: "Rim height", group: "Rim" }),
  loop: flag(false, { label: "Loop to hang it", group: "Rim" }),
  alloy: alloy("bronze", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "satin", {
    label: "Finish",
    group: "Metal",
  }),
  ...pictureFields({ reliefMm: 1.2, mostReliefMm: 3 }),
  frontText: text(40, "", { label: "Text on the front", group: "Text" }),
  reverseText: text(60, "", { label: "Text on the reverse", group: "Text" }),
  font: choice(FONT_LABELS, "roman", { label: "Lettering", group: "Text" }),
  textHeightMm: mm(1.5, 8, 2.6, { label: "Letter height", group: "Text" }),
});

export type MedalSpec = z.infer<typeof medalSchema>;
