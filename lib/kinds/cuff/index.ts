import { verdict } from "../../kernel/jewelry/setting-rules.ts";
import { getAlloy } from "../../shared/alloys.ts";
import type { Kind } from "../kind.ts";
import { trim } from "../phrases.ts";
import { kindReader } from "../read/kind-reader.ts";
import { buildCuff, planCuff } from "./build.ts";
import { type CuffSpec, cuffSchema } from "./schema.ts";

/** Through a narrower opening no wrist passes, however the cuff is turned on, mm. */
const WRIST_GAP_MM = { least: 14, good: 20 };

const SECTIONS: Record<CuffSpec["section"], string> = {
  round: "round-wire",
  flat: "flat",
  "d-shape": "D-shaped",
  knife: "knife-edge",
};

function cuffWords(spec: CuffSpec): string {
  const { hoop, gapMm } = planCuff(spec);
  const { label } = getAlloy(spec.alloy);
  const finish = spec.finish === "satin" ? " in satin" : "";
  const ends = spec.ends === "ball" ? `${trim(spec.ballMm)} mm balls at its ends` : "rounded ends";
  const inside = `${trim(hoop.innerWidthMm)} × ${trim(hoop.innerHeightMm)} mm inside`;
  return `${label} ${SECTIONS[spec.section]} cuff${finish}, ${trim(hoop.widthMm)} × ${trim(hoop.thicknessMm)} mm, ${inside}, open by ${gapMm.toFixed(0)} mm, with ${ends}.`;
}

const CUFF_READER = kindReader<CuffSpec>({
  name: "cuff",
  schema: cuffSchema,
  nouns: ["cuff", "cuff bracelet", "open bangle", "torque bangle"],
  body: {
    fields: {
      any: "innerWidthMm",
      size: "innerWidthMm",
      width: "widthMm",
      thickness: "thicknessMm",
      taper: "taperPercent",
      angle: "gapDeg",
    },
    sides: ["innerWidthMm", "innerHeightMm"],
    largestFirst: true,
  },
  parts: {
    inside: {
      words: ["inside", "inner", "wrist"],
      fields: { any: "innerWidthMm", width: "innerWidthMm", height: "innerHeightMm" },
      sides: ["innerWidthMm", "innerHeightMm"],
      largestFirst: true,
    },
    opening: {
      words: ["opening", "gap"],
      fields: { any: "gapDeg", size: "gapDeg", width: "gapDeg", angle: "gapDeg" },
    },
    ball: {
      words: ["ball", "ball end", "end ball"],
      fields: { any: "ballMm", size: "ballMm", width: "ballMm" },
      present: { ends: "ball" },
      absent: { ends: "flat" },
    },
  },
  choices: {
    section: {
      round: ["round wire", "round section", "wire"],
      flat: ["flat section"],
      "d-shape": ["d shaped", "half round", "domed"],
      knife: ["knife edge", "knife edged"],
    },
    ends: { flat: ["flat ends", "plain ends", "rounded ends"], ball: ["ball ends"] },
    finish: { polished: ["shiny", "high polish"], satin: ["matte", "matt", "brushed"] },
  },
  unsupported: ["hinge", "hinged", "clasp", "engraving", "engraved", "hammered", "twisted"],
});

export const cuff: Kind<CuffSpec> = {
  ...CUFF_READER,
  id: "cuff",
  title: "Cuff",
  category: "jewellery",
  schema: cuffSchema,
  example: "a silver cuff, 12 mm wide, tapering to 6 mm balls",
  build: buildCuff,
  check: (spec) => [
    verdict({
      rule: "cuff-opening",
      what: "The opening",
      value: planCuff(spec).gapMm,
      limit: WRIST_GAP_MM.least,
      good: WRIST_GAP_MM.good,
      at: null,
      advice: "Open it wider: no wrist goes through.",
    }),
  ],
  price: () => [],
  free: ["widthMm", "thicknessMm"],
  words: cuffWords,
  suggest: (spec) => [
    spec.ends === "ball" ? "flat ends" : "ball ends",
    "a bit wider",
    spec.section === "flat" ? "domed" : "flat section",
    spec.finish === "polished" ? "satin finish" : "polished",
    spec.alloy === "silver-925" ? "in 18K gold" : "in sterling silver",
  ],
};
