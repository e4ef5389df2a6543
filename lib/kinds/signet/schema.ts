import { z } from "zod";
import { FONT_LABELS } from "../../kernel/text/fonts.ts";
import { alloy, choice, flag, mm, text } from "../field.ts";

/** Every number of a signet ring; the range of each is what a bench can make at all, not what is wise. */
export const signetSchema = z.object({
  innerDiameterMm: mm(12, 26, 18.14, { label: "Inner diameter", group: "Size", step: 0.01 }),

  table: choice({ oval: "Oval", round: "Round", cushion: "Cushion", square: "Square" }, "oval", {
    label: "Table",
    group: "Table",
  }),
  tableLengthMm: mm(6, 22, 13, { label: "Table along the finger", group: "Table" }),
  tableWidthMm: mm(6, 22, 11, {
    label: "Table around the finger",
    group: "Table",
    when: { table: ["oval", "cushion"] },
  }),
  tableHeightMm: mm(1.4, 5, 2.6, { label: "Height over the finger", group: "Table" }),

  bandWidthMm: mm(2, 8, 3.6, { label: "Band width at the back", group: "Band" }),
  bandThicknessMm: mm(1.2, 3, 1.6, { label: "Band thickness", group: "Band" }),

  text: text(12, "EM", { label: "Engraving", group: "Engraving" }),
  lettering: choice(FONT_LABELS, "roman", { label: "Lettering", group: "Engraving" }),
  letterHeightMm: mm(1, 14, 4, { label: "Letter height", group: "Engraving" }),
  letterWork: choice({ recessed: "Recessed", raised: "Raised" }, "recessed", {
    label: "Letters",
    group: "Engraving",
  }),
  letterDepthMm: mm(0.2, 1, 0.5, { label: "Letter depth", group: "Engraving", step: 0.05 }),
  seal: flag(false, { label: "Mirrored, to seal with", group: "Engraving" }),

  alloy: alloy("gold-18k-yellow", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),
});

export type SignetSpec = z.infer<typeof signetSchema>;
