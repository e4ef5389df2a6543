import { z } from "zod";
import { alloy, choice, flag, mm } from "../field.ts";
import { pictureFields } from "../relief/fields.ts";

/** A cameo pendant: a relief on a domed round or oval ground, framed, with a bail. */
export const cameoSchema = z.object({
  shape: choice({ oval: "Oval", round: "Round" }, "oval", { label: "Shape", group: "Size" }),
  heightMm: mm(12, 60, 30, { label: "Height of the relief's ground", group: "Size" }),
  widthMm: mm(10, 50, 22, {
    label: "Width of the relief's ground",
    group: "Size",
    when: { shape: ["oval"] },
  }),
  thicknessMm: mm(1, 4, 1.4, { label: "Thickness", group: "Size" }),
  domeMm: mm(0, 3, 0.8, { label: "Dome", group: "Size" }),
  frame: choice({ rope: "Rope", plain: "Plain", beaded: "Beads" }, "rope", {
    label: "Frame",
    group: "Frame",
  }),
  frameWidthMm: mm(1.2, 5, 2.4, { label: "Frame width", group: "Frame" }),
  bail: flag(true, { label: "Bail for a chain", group: "Frame" }),
  bailHoleMm: mm(2, 6, 3.2, { label: "Bail opening", group: "Frame", when: { bail: [true] } }),
  alloy: alloy("gold-18k-yellow", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "satin", {
    label: "Finish",
    group: "Metal",
  }),
  ...pictureFields({ reliefMm: 2, mostReliefMm: 4 }),
});

export type CameoSpec = z.infer<typeof cameoSchema>;
