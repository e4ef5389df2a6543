import { z } from "zod";
import { alloy, choice, mm, stone } from "../field.ts";

/** Every number of an eternity ring; how many stones there are follows from size, stone and gap. */
export const eternitySchema = z.object({
  innerDiameterMm: mm(12, 26, 17.32, { label: "Inner diameter", group: "Size", step: 0.01 }),
  coverage: choice({ full: "All round", half: "Half round" }, "full", {
    label: "Stones go",
    group: "Stones",
  }),
  setting: choice({ prong: "Shared prongs", channel: "Channel", pave: "Pavé" }, "prong", {
    label: "Setting",
    group: "Setting",
  }),
  stone: stone("diamond", { label: "Stone", group: "Stones" }),
  stoneMm: mm(1.2, 4, 2.4, { label: "Stone diameter", group: "Stones", step: 0.05 }),
  gapMm: mm(0.15, 1, 0.2, { label: "Gap between stones", group: "Stones", step: 0.01 }),
  prongMm: mm(0.7, 1.2, 0.85, {
    label: "Prong width",
    group: "Setting",
    step: 0.05,
    when: { setting: ["prong"] },
  }),
  bandWidthMm: mm(1.6, 8, 2.6, { label: "Band width", group: "Band" }),
  bandThicknessMm: mm(1.4, 4.5, 2.1, { label: "Band thickness", group: "Band" }),
  profile: choice({ comfort: "Comfort fit", flat: "Flat" }, "comfort", {
    label: "Profile",
    group: "Band",
  }),
  alloy: alloy("platinum-950", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),
});

export type EternitySpec = z.infer<typeof eternitySchema>;
