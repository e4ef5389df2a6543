import { kindReader } from "../read/kind-reader.ts";
import { type BangleSpec, bangleSchema } from "./schema.ts";

/** How bangles are spoken of. */
export const BANGLE_READER = kindReader<BangleSpec>({
  name: "bangle",
  schema: bangleSchema,
  nouns: ["bangle", "bangle bracelet", "arm ring"],
  body: {
    fields: {
      any: "innerWidthMm",
      size: "innerWidthMm",
      width: "widthMm",
      thickness: "thicknessMm",
    },
    sides: ["innerWidthMm", "innerHeightMm"],
    largestFirst: true,
  },
  parts: {
    inside: {
      words: ["inside", "inner", "opening", "wrist"],
      fields: {
        any: "innerWidthMm",
        width: "innerWidthMm",
        height: "innerHeightMm",
      },
      sides: ["innerWidthMm", "innerHeightMm"],
      largestFirst: true,
    },
    stone: {
      words: ["stone", "gem", "gemstone"],
      gem: { stone: "stone", lengthMm: "stoneMm" },
      amount: "stoneArcDeg",
      present: { stones: "pave" },
      absent: { stones: "none" },
    },
  },
  choices: {
    section: {
      round: ["round wire", "round section", "wire"],
      flat: ["flat section"],
      "d-shape": ["d shaped", "half round", "domed"],
      knife: ["knife edge", "knife edged"],
    },
    stones: {
      none: ["plain"],
      flush: ["flush set", "gypsy set", "burnish set"],
      pave: ["pave", "pave set"],
    },
    finish: { polished: ["shiny", "high polish"], satin: ["matte", "matt", "brushed"] },
  },
  unsupported: ["hinge", "hinged", "clasp", "engraving", "engraved", "twisted", "charm", "enamel"],
  // A new bangle of which no stone is said is plain, as a ring is.
  finish: ({ current, patch }) => {
    const names = ["stones", "stone", "stoneMm", "stoneArcDeg"];
    const isPlain = current === null && !names.some((name) => name in patch);
    return isPlain ? { patch: { stones: "none" } } : {};
  },
});

/** Things one could say next about such a bangle, best first. */
export function suggestForBangle(spec: BangleSpec): string[] {
  return [
    spec.stones === "none" ? "pavé diamonds" : "no stones",
    spec.section === "knife" ? "D-shape" : "knife edge",
    "a bit wider",
    spec.finish === "polished" ? "satin finish" : "polished",
    spec.alloy === "gold-18k-rose" ? "in platinum" : "in rose gold",
  ];
}
