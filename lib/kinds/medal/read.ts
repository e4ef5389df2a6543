import { kindReader } from "../read/kind-reader.ts";
import { INVERT_CHOICES, RELIEF_PARTS } from "../relief/reader-parts.ts";
import { type MedalSpec, medalSchema } from "./schema.ts";

export const MEDAL_READER = kindReader<MedalSpec>({
  name: "medal",
  schema: medalSchema,
  nouns: ["medal", "coin", "medallion", "challenge coin", "token", "commemorative coin"],
  body: {
    fields: {
      any: "diameterMm",
      size: "diameterMm",
      width: "diameterMm",
      thickness: "thicknessMm",
    },
    text: "frontText",
  },
  parts: {
    ...RELIEF_PARTS,
    rim: {
      words: ["rim", "border"],
      fields: { any: "rimWidthMm", width: "rimWidthMm", height: "rimHeightMm" },
    },
    reverse: {
      words: ["reverse", "back", "other side"],
      text: "reverseText",
      absent: { reverseText: "" },
    },
    letters: {
      words: ["letter", "lettering", "text"],
      fields: { any: "textHeightMm", size: "textHeightMm", height: "textHeightMm" },
      absent: { frontText: "" },
    },
    loop: { words: ["loop", "eyelet"], present: { loop: true }, absent: { loop: false } },
  },
  choices: { finish: { satin: ["matte", "brushed", "antique"] }, invert: INVERT_CHOICES },
  unsupported: ["ribbon", "enamel", "chain"],
});
