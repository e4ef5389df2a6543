import { z } from "zod";
import { choice, count, flag, mm, percent, picture } from "../field.ts";
import { printMaterial } from "../relief/print-material.ts";

/** An object made of the subject of a photo. */
export const objectSchema = z.object({
  picture: picture({ label: "Photo", group: "Picture" }),
  mask: picture({ label: "Mask of the subject", group: "Picture" }),
  heightMm: mm(10, 300, 75, { label: "Height", group: "Size", step: 0.5 }),
  depthPercent: percent(20, 150, 80, { label: "Depth", group: "Shape" }),
  profile: choice({ round: "Round", flat: "Flat", steep: "Steep" }, "round", {
    label: "Depth profile",
    group: "Shape",
  }),
  back: choice({ symmetric: "Like the front", shallow: "Shallow", flat: "Flat" }, "symmetric", {
    label: "Back",
    group: "Shape",
  }),
  base: flag(true, { label: "Stand on a base", group: "Shape" }),
  material: printMaterial("full-colour-polyjet"),
  faceLimit: count(500, 200_000, 30_000, { label: "Most triangles", group: "Mesh", step: 100 }),
});

export type ObjectSpec = z.infer<typeof objectSchema>;
