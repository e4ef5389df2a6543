import { kindReader } from "../read/kind-reader.ts";
import { type LithophaneSpec, lithophaneSchema } from "./schema.ts";

export const LITHOPHANE_READER = kindReader<LithophaneSpec>({
  name: "lithophane",
  schema: lithophaneSchema,
  nouns: ["lithophane", "lithopane", "litophane", "light picture", "backlit picture"],
  body: {
    fields: {
      any: "widthMm",
      size: "widthMm",
      width: "widthMm",
      height: "heightMm",
      thickness: "maxMm",
    },
    sides: ["widthMm", "heightMm"],
  },
  parts: {
    border: {
      words: ["border", "frame", "rim"],
      fields: { any: "borderMm", width: "borderMm" },
      absent: { borderMm: 0 },
    },
    foot: { words: ["foot", "stand", "base"], present: { stand: true }, absent: { stand: false } },
    bend: {
      words: ["bend", "curve"],
      fields: { any: "curveDeg" },
      present: { form: "curved" },
      absent: { form: "flat" },
    },
    thinnest: {
      words: ["thinnest", "minimum thickness"],
      fields: { any: "minMm", thickness: "minMm" },
    },
    thickest: {
      words: ["thickest", "maximum thickness"],
      fields: { any: "maxMm", thickness: "maxMm" },
    },
  },
  choices: {
    form: { curved: ["curved", "bent", "arched"], flat: ["flat"] },
    invert: { true: ["inverted", "negative"] },
    lit: { true: ["lit", "lit from behind", "backlit"], false: ["unlit"] },
  },
  unsupported: ["lamp shade", "sphere", "light bulb"],
  finish: ({ patch }) => (patch.heightMm === undefined ? {} : { patch: { proportions: "own" } }),
});
