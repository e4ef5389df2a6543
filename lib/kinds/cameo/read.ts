import { kindReader } from "../read/kind-reader.ts";
import { INVERT_CHOICES, RELIEF_PARTS } from "../relief/reader-parts.ts";
import { type CameoSpec, cameoSchema } from "./schema.ts";

export const CAMEO_READER = kindReader<CameoSpec>({
  name: "cameo",
  schema: cameoSchema,
  nouns: ["cameo", "cameo pendant", "portrait pendant", "picture pendant", "photo pendant"],
  body: {
    fields: {
      any: "heightMm",
      size: "heightMm",
      height: "heightMm",
      length: "heightMm",
      width: "widthMm",
      thickness: "thicknessMm",
    },
    sides: ["heightMm", "widthMm"],
    largestFirst: true,
  },
  parts: {
    ...RELIEF_PARTS,
    frame: {
      words: ["frame", "border", "rim"],
      fields: { any: "frameWidthMm", width: "frameWidthMm" },
    },
    dome: { words: ["dome"], fields: { any: "domeMm", height: "domeMm" }, absent: { domeMm: 0 } },
    bail: {
      words: ["bail", "loop"],
      fields: { any: "bailHoleMm", width: "bailHoleMm", size: "bailHoleMm" },
      present: { bail: true },
      absent: { bail: false },
    },
  },
  choices: {
    frame: {
      rope: ["twisted", "rope frame"],
      beaded: ["beaded", "beaded frame"],
      plain: ["plain frame"],
    },
    finish: { satin: ["matte", "brushed"] },
    invert: INVERT_CHOICES,
  },
  unsupported: ["chain", "glass"],
});
