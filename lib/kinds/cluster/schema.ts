import { z } from "zod";
import { alloy, choice, count, mm, stone } from "../field.ts";

/** Every number of a cluster ring; the outer stones' size follows from their number: they close the flower. */
export const clusterSchema = z.object({
  innerDiameterMm: mm(12, 26, 17.32, { label: "Inner diameter", group: "Size", step: 0.01 }),
  stone: stone("sapphire", { label: "Centre stone", group: "Centre stone" }),
  stoneMm: mm(3, 8, 5, { label: "Centre stone diameter", group: "Centre stone" }),
  petalStone: stone("diamond", { label: "Outer stones", group: "Outer stones" }),
  petals: count(7, 16, 10, { label: "Number of outer stones", group: "Outer stones" }),
  gapMm: mm(0.15, 0.5, 0.18, { label: "Gap between stones", group: "Outer stones", step: 0.01 }),
  centreRiseMm: mm(0, 1.2, 0.5, { label: "Centre higher by", group: "Setting" }),
  prongMm: mm(0.7, 1.3, 0.85, { label: "Prong width", group: "Setting", step: 0.05 }),
  headLiftMm: mm(0, 4, 0.4, { label: "Extra height", group: "Setting" }),
  profile: choice({ comfort: "Comfort fit", flat: "Flat", "d-shape": "D-shape" }, "d-shape", {
    label: "Profile",
    group: "Band",
  }),
  bandWidthMm: mm(1.8, 8, 2.6, { label: "Band width", group: "Band" }),
  bandThicknessMm: mm(1.4, 4, 1.8, { label: "Band thickness", group: "Band" }),
  alloy: alloy("gold-18k-white-pd", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),
});

export type ClusterSpec = z.infer<typeof clusterSchema>;
