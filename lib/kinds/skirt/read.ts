import {
  CLOSURE_CHOICES,
  plainInColour,
  SHARED_CHOICES,
  SHARED_PARTS,
  SKIRT_CHOICES,
} from "../garment/reader-parts.ts";
import { kindReader } from "../read/kind-reader.ts";
import { type SkirtSpec, skirtSchema } from "./schema.ts";

export const SKIRT_READER = kindReader<SkirtSpec>({
  name: "skirt",
  schema: skirtSchema,
  nouns: ["skirt", "miniskirt"],
  body: {
    fields: {
      any: "skirtLengthMm",
      length: "skirtLengthMm",
      size: "skirtLengthMm",
      width: "flareDeg",
    },
    colour: "colour",
  },
  clothes: { waist: "waistMm", hip: "hipMm", bust: "bustMm" },
  parts: {
    ...SHARED_PARTS,
    waistband: {
      words: ["waistband"],
      fields: { any: "waistbandMm", width: "waistbandMm", height: "waistbandMm" },
    },
    slit: {
      words: ["slit", "vent"],
      fields: { any: "slitMm", length: "slitMm", size: "slitMm" },
      present: { slitMm: 200 },
      absent: { slitMm: 0 },
    },
    buttons: { words: ["button"], count: "buttons", present: { closure: "buttons-front" } },
  },
  choices: {
    ...SHARED_CHOICES,
    ...SKIRT_CHOICES,
    closure: {
      "zip-back": CLOSURE_CHOICES["zip-back"],
      "buttons-front": CLOSURE_CHOICES["buttons-front"],
    },
  },
  sets: [
    [{ skirtLengthMm: 430 }, "mini", "mini skirt", "above the knee"],
    [{ skirtLengthMm: 590 }, "knee-length", "knee length", "to the knee"],
    [{ skirtLengthMm: 760 }, "midi", "midi skirt", "mid-calf", "calf-length"],
    [{ skirtLengthMm: 1010 }, "maxi", "maxi skirt", "floor-length", "ankle-length"],
  ],
  unsupported: ["pleats", "lace", "sequins", "embroidery"],
  finish: plainInColour,
});
