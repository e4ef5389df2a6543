import {
  CLOSURE_CHOICES,
  NECK_CHOICES,
  plainInColour,
  SHARED_CHOICES,
  SHARED_PARTS,
  SLEEVE_CHOICES,
} from "../garment/reader-parts.ts";
import { kindReader } from "../read/kind-reader.ts";
import { type CoatSpec, coatSchema } from "./schema.ts";

export const COAT_READER = kindReader<CoatSpec>({
  name: "coat",
  schema: coatSchema,
  nouns: ["coat", "overcoat", "jacket", "trench coat", "blazer"],
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
    sleeves: { words: ["sleeve"] },
    lapels: {
      words: ["lapel", "revers"],
      present: { collar: "lapel" },
      absent: { collar: "none" },
    },
    hem: { words: ["hem"], fields: { width: "hemFlareMm", any: "hemFlareMm" } },
    belt: {
      words: ["belt"],
      fields: { any: "beltMm", width: "beltMm", size: "beltMm" },
      present: { beltMm: 45 },
      absent: { beltMm: 0 },
    },
    buttons: { words: ["button"], count: "buttons", present: { closure: "buttons-front" } },
  },
  choices: {
    ...SHARED_CHOICES,
    ...NECK_CHOICES,
    ...SLEEVE_CHOICES,
    closure: {
      "zip-front": ["zip", "zipper", "zipped"],
      "buttons-front": ["buttoned", "button front"],
      wrap: CLOSURE_CHOICES.wrap,
    },
    pockets: {
      patch: ["patch pocket"],
      welt: ["welt pocket", "slanted pockets"],
      none: ["without pockets"],
    },
  },
  sets: [
    [{ belowWaistMm: 180 }, "hip-length", "short coat"],
    [{ belowWaistMm: 560 }, "knee-length", "knee length"],
    [{ belowWaistMm: 760 }, "long coat", "calf-length", "midi"],
  ],
  unsupported: ["hood", "fur", "double-breasted", "epaulettes"],
  finish: plainInColour,
});
