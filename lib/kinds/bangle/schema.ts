import { z } from "zod";
import { alloy, choice, deg, mm, stone } from "../field.ts";

const set = { stones: ["flush", "pave"], section: ["round", "flat", "d-shape"] } as const;

/** Every number of a bangle; the inside is what goes over the hand. */
export const bangleSchema = z.object({
  shape: choice({ round: "Round", oval: "Oval" }, "oval", { label: "Shape", group: "Size" }),
  innerWidthMm: mm(45, 80, 62, { label: "Inner width", group: "Size", step: 0.5 }),
  innerHeightMm: mm(40, 80, 54, {
    label: "Inner height",
    group: "Size",
    step: 0.5,
    when: { shape: ["oval"] },
  }),
  section: choice(
    { round: "Round wire", flat: "Flat", "d-shape": "D-shape", knife: "Knife edge" },
    "d-shape",
    { label: "Section", group: "Bangle" },
  ),
  widthMm: mm(2, 20, 5, {
    label: "Width",
    group: "Bangle",
    when: { section: ["flat", "d-shape", "knife"] },
  }),
  thicknessMm: mm(1.6, 8, 2.8, { label: "Thickness", group: "Bangle" }),
  alloy: alloy("gold-18k-yellow", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),
  stones: choice({ none: "None", flush: "Flush", pave: "Pavé" }, "pave", {
    label: "Stones",
    group: "Stones",
    when: { section: ["round", "flat", "d-shape"] },
  }),
  stone: stone("diamond", { label: "Stone", group: "Stones", when: set }),
  stoneMm: mm(1, 4, 2, { label: "Stone diameter", group: "Stones", step: 0.05, when: set }),
  stoneArcDeg: deg(20, 360, 150, { label: "Set over", group: "Stones", when: set }),
});

export type BangleSpec = z.infer<typeof bangleSchema>;
