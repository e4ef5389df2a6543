import { z } from "zod";
import { choice, deg, flag, mm, percent, picture } from "../field.ts";
import { printMaterial } from "../relief/print-material.ts";

/** A picture that shows when light comes through it: thick where it is dark. */
export const lithophaneSchema = z.object({
  picture: picture({ label: "Picture", group: "Picture" }),
  zoomPercent: percent(100, 300, 100, { label: "Zoom", group: "Picture" }),
  invert: flag(false, { label: "Light parts thick", group: "Picture" }),
  widthMm: mm(40, 250, 110, { label: "Width", group: "Size", step: 0.5 }),
  proportions: choice({ picture: "As the picture", own: "My own" }, "picture", {
    label: "Proportions",
    group: "Size",
  }),
  heightMm: mm(40, 250, 80, {
    label: "Height",
    group: "Size",
    step: 0.5,
    when: { proportions: ["own"] },
  }),
  minMm: mm(0.4, 2, 0.8, { label: "Thinnest", group: "Thickness", step: 0.05 }),
  maxMm: mm(1.4, 6, 3, { label: "Thickest", group: "Thickness", step: 0.05 }),
  smoothingMm: mm(0, 1, 0, { label: "Smoothing", group: "Thickness", step: 0.05 }),
  form: choice({ flat: "Flat", curved: "Curved" }, "flat", { label: "Form", group: "Form" }),
  curveDeg: deg(20, 180, 60, { label: "Bend", group: "Form", when: { form: ["curved"] } }),
  borderMm: mm(0, 10, 3, { label: "Border", group: "Form" }),
  stand: flag(true, { label: "Foot to stand on", group: "Form", when: { form: ["flat"] } }),
  lit: flag(true, { label: "Show it lit from behind", group: "Material" }),
  material: printMaterial("pla-white"),
});

export type LithophaneSpec = z.infer<typeof lithophaneSchema>;
