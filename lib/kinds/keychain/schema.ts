import { z } from "zod";
import { choice, flag, mm, picture } from "../field.ts";
import { printMaterial } from "../relief/print-material.ts";

/** A keychain cut to the outline of a picture's subject. */
export const keychainSchema = z.object({
  picture: picture({ label: "Picture", group: "Picture" }),
  mask: picture({ label: "Mask of the subject", group: "Picture" }),
  heightMm: mm(25, 100, 48, { label: "Height", group: "Size", step: 0.5 }),
  thicknessMm: mm(1.6, 8, 3, { label: "Thickness", group: "Size" }),
  borderMm: mm(0, 6, 2, { label: "Border", group: "Size" }),
  surface: choice({ relief: "Relief", lines: "Recessed lines", plain: "Plain" }, "relief", {
    label: "Surface",
    group: "Relief",
  }),
  reliefMm: mm(0.3, 3, 1.2, {
    label: "Relief height",
    group: "Relief",
    step: 0.05,
    when: { surface: ["relief", "lines"] },
  }),
  smoothingMm: mm(0, 2, 0.2, {
    label: "Smoothing",
    group: "Relief",
    step: 0.02,
    when: { surface: ["relief", "lines"] },
  }),
  invert: flag(false, {
    label: "Dark parts high",
    group: "Relief",
    when: { surface: ["relief", "lines"] },
  }),
  holeMm: mm(2.5, 8, 4, { label: "Ring hole", group: "Ring" }),
  material: printMaterial("pla-red"),
});

export type KeychainSpec = z.infer<typeof keychainSchema>;
