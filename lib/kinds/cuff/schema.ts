import { z } from "zod";
import { alloy, choice, deg, mm, percent } from "../field.ts";

/** Every number of a cuff; the inside is the wrist's, which is wider than high. */
export const cuffSchema = z.object({
  innerWidthMm: mm(45, 80, 60, { label: "Inner width", group: "Size", step: 0.5 }),
  innerHeightMm: mm(35, 75, 49, { label: "Inner height", group: "Size", step: 0.5 }),
  gapDeg: deg(20, 90, 52, { label: "Opening", group: "Size" }),
  section: choice(
    { round: "Round wire", flat: "Flat", "d-shape": "D-shape", knife: "Knife edge" },
    "d-shape",
    { label: "Section", group: "Cuff" },
  ),
  widthMm: mm(2, 40, 10, {
    label: "Width",
    group: "Cuff",
    when: { section: ["flat", "d-shape", "knife"] },
  }),
  thicknessMm: mm(1.4, 7, 2.2, { label: "Thickness", group: "Cuff" }),
  taperPercent: percent(0, 70, 45, {
    label: "Taper to the ends",
    group: "Cuff",
    when: { section: ["flat", "d-shape", "knife"] },
  }),
  ends: choice({ flat: "Rounded off", ball: "Balls" }, "ball", { label: "Ends", group: "Ends" }),
  ballMm: mm(3, 14, 6.5, { label: "Ball diameter", group: "Ends", when: { ends: ["ball"] } }),
  alloy: alloy("gold-18k-yellow", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),
});

export type CuffSpec = z.infer<typeof cuffSchema>;
