import { z } from "zod";
import { FONT_LABELS } from "../../kernel/text/fonts.ts";
import { alloy, choice, mm, text } from "../field.ts";

const hung = { hang: ["loops", "bail"] } as const;

/** Every number of a name pendant; the range of each is what a bench can make at all, not what is wise. */
export const namePendantSchema = z.object({
  text: text(20, "Amélie", { label: "Name", group: "Name" }),
  lettering: choice(FONT_LABELS, "script", { label: "Lettering", group: "Name" }),
  letterHeightMm: mm(4, 40, 13, { label: "Letter height", group: "Name", step: 0.5 }),
  join: choice({ overlap: "Letters run together", underline: "On a bar" }, "overlap", {
    label: "Joined",
    group: "Name",
  }),
  lineMm: mm(0.6, 2, 0.9, { label: "Thinnest stroke", group: "Name", step: 0.05 }),

  thicknessMm: mm(0.8, 4, 1.4, { label: "Thickness", group: "Shape" }),
  edgeMm: mm(0, 0.6, 0.25, { label: "Rounded edge", group: "Shape", step: 0.05 }),

  hang: choice({ loops: "Loops at both ends", bail: "One bail", none: "None" }, "loops", {
    label: "Hung by",
    group: "Loops",
  }),
  loopInnerMm: mm(1, 5, 1.8, { label: "Loop, inside", group: "Loops", when: hung }),
  loopWallMm: mm(0.6, 2, 0.9, { label: "Loop, wall", group: "Loops", step: 0.05, when: hung }),

  alloy: alloy("gold-18k-yellow", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),
});

export type NamePendantSpec = z.infer<typeof namePendantSchema>;
