import { z } from "zod";
import { alloy, choice, mm } from "../field.ts";

/** Where two chain kinds differ: their lengths and what a shop would show first, mm. */
export interface ChainStandard {
  style: "cable" | "curb" | "figaro" | "rolo" | "paperclip" | "box";
  length: { least: number; most: number; standard: number };
  wireMm: number;
  linkLengthMm: number;
  linkWidthMm: number;
  alloy: string;
}

/** Styles whose links are as long as they are wide. */
export const SQUARE_STYLES: readonly string[] = ["rolo", "box"];

/** Every number of a chain; the length is measured around with the clasp closed. */
export const chainSchema = (standard: ChainStandard) =>
  z.object({
    linkStyle: choice(
      {
        cable: "Cable",
        curb: "Curb",
        figaro: "Figaro",
        rolo: "Rolo",
        paperclip: "Paperclip",
        box: "Box",
      },
      standard.style,
      { label: "Link style", group: "Chain" },
    ),
    lengthMm: mm(standard.length.least, standard.length.most, standard.length.standard, {
      label: "Length",
      group: "Size",
      step: 1,
    }),
    wireMm: mm(0.6, 3, standard.wireMm, { label: "Wire thickness", group: "Chain", step: 0.05 }),
    linkWidthMm: mm(3, 16, standard.linkWidthMm, { label: "Link width", group: "Chain" }),
    linkLengthMm: mm(3, 30, standard.linkLengthMm, {
      label: "Link length",
      group: "Chain",
      when: { linkStyle: ["cable", "curb", "figaro", "paperclip"] },
    }),
    alloy: alloy(standard.alloy, { label: "Metal", group: "Metal" }),
    finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
      label: "Finish",
      group: "Metal",
    }),
  });

export type ChainSpec = z.infer<ReturnType<typeof chainSchema>>;
