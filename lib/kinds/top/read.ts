import {
  CLOSURE_CHOICES,
  NECK_CHOICES,
  plainInColour,
  SHARED_CHOICES,
  SHARED_PARTS,
  SLEEVE_CHOICES,
} from "../garment/reader-parts.ts";
import { kindReader } from "../read/kind-reader.ts";
import { type TopSpec, topSchema } from "./schema.ts";

export const TOP_READER = kindReader<TopSpec>({
  name: "top",
  schema: topSchema,
  nouns: ["top", "blouse", "shirt", "t-shirt", "tee", "sweater", "jumper", "tunic"],
  body: {
    fields: {
      any: "belowWaistMm",
      length: "belowWaistMm",
      size: "belowWaistMm",
      width: "hemFlareMm",
    },
    colour: "colour",
  },
  clothes: { bust: "bustMm", waist: "waistMm", hip: "hipMm" },
  parts: {
    ...SHARED_PARTS,
    neckline: {
      words: ["neckline", "neck"],
      fields: { any: "neckDepthMm", depth: "neckDepthMm", size: "neckDepthMm" },
    },
    sleeves: { words: ["sleeve"], absent: { sleeve: "none" } },
    hem: { words: ["hem"], fields: { width: "hemFlareMm", any: "hemFlareMm" } },
    buttons: { words: ["button"], count: "buttons", present: { closure: "buttons-front" } },
  },
  choices: {
    ...SHARED_CHOICES,
    ...NECK_CHOICES,
    ...SLEEVE_CHOICES,
    closure: {
      none: CLOSURE_CHOICES.none,
      "zip-back": CLOSURE_CHOICES["zip-back"],
      "buttons-front": ["buttoned", "button front", "button-down"],
    },
  },
  sets: [
    [{ belowWaistMm: 40 }, "cropped", "crop top"],
    [{ belowWaistMm: 360 }, "tunic length"],
    [{ collar: "shirt", closure: "buttons-front" }, "button-up shirt", "dress shirt"],
  ],
  unsupported: ["hood", "lace", "sequins", "embroidery"],
  finish: plainInColour,
});
