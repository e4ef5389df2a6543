import {
  CLOSURE_CHOICES,
  NECK_CHOICES,
  plainInColour,
  SHARED_CHOICES,
  SHARED_PARTS,
  SKIRT_CHOICES,
  SLEEVE_CHOICES,
} from "../garment/reader-parts.ts";
import { kindReader } from "../read/kind-reader.ts";
import { type DressSpec, dressSchema } from "./schema.ts";

export const DRESS_READER = kindReader<DressSpec>({
  name: "dress",
  schema: dressSchema,
  nouns: ["dress", "gown", "frock", "sundress", "shirtdress"],
  body: {
    fields: { any: "skirtLengthMm", length: "skirtLengthMm", size: "skirtLengthMm" },
    colour: "colour",
  },
  clothes: { bust: "bustMm", waist: "waistMm", hip: "hipMm" },
  parts: {
    ...SHARED_PARTS,
    skirt: {
      words: ["skirt", "hem"],
      fields: { any: "skirtLengthMm", length: "skirtLengthMm", width: "flareDeg" },
    },
    neckline: {
      words: ["neckline", "neck"],
      fields: { any: "neckDepthMm", depth: "neckDepthMm", size: "neckDepthMm" },
    },
    sleeves: { words: ["sleeve"], absent: { sleeve: "none" } },
    belt: {
      words: ["belt", "sash"],
      fields: { any: "beltMm", width: "beltMm", size: "beltMm" },
      present: { beltMm: 30 },
      absent: { beltMm: 0 },
    },
    buttons: { words: ["button"], count: "buttons", present: { closure: "buttons-front" } },
  },
  choices: {
    ...SHARED_CHOICES,
    ...NECK_CHOICES,
    ...SLEEVE_CHOICES,
    ...SKIRT_CHOICES,
    closure: CLOSURE_CHOICES,
  },
  sets: [
    [{ skirtLengthMm: 430 }, "mini", "mini dress", "above the knee"],
    [{ skirtLengthMm: 590 }, "knee-length", "knee length", "to the knee"],
    [{ skirtLengthMm: 760 }, "midi", "midi dress", "mid-calf", "calf-length", "tea-length"],
    [{ skirtLengthMm: 1010 }, "maxi", "maxi dress", "floor-length", "ankle-length", "to the floor"],
  ],
  unsupported: ["pleats", "train", "lace", "sequins", "embroidery"],
  finish: plainInColour,
});
