import { plainInColour, SHARED_CHOICES, SHARED_PARTS } from "../garment/reader-parts.ts";
import { kindReader } from "../read/kind-reader.ts";
import { type TrousersSpec, trousersSchema } from "./schema.ts";

export const TROUSERS_READER = kindReader<TrousersSpec>({
  name: "pair of trousers",
  schema: trousersSchema,
  nouns: ["trousers", "pants", "jeans", "shorts", "slacks", "chinos"],
  body: {
    fields: { any: "inseamMm", length: "inseamMm", size: "inseamMm" },
    colour: "colour",
  },
  clothes: { waist: "waistMm", hip: "hipMm", bust: "bustMm" },
  parts: {
    ...SHARED_PARTS,
    legs: { words: ["leg", "inseam"], fields: { any: "inseamMm", length: "inseamMm" } },
    waistband: {
      words: ["waistband"],
      fields: { any: "waistbandMm", width: "waistbandMm", height: "waistbandMm" },
    },
  },
  choices: {
    ...SHARED_CHOICES,
    legShape: {
      slim: ["skinny", "slim leg", "cigarette", "narrow legs", "tapered"],
      straight: ["straight leg", "straight-leg"],
      wide: ["wide leg", "wide-leg", "palazzo", "culottes"],
      flared: ["flares", "bootcut", "boot-cut", "bell-bottoms", "flared"],
    },
    rise: {
      high: ["high-waisted", "high waist", "high-rise"],
      mid: ["mid-rise", "mid waist"],
      low: ["low-rise", "low-waisted", "hipster"],
    },
    closure: { "zip-front": ["zip fly", "fly"], "zip-side": ["side zip"] },
    pockets: {
      seam: ["side pockets", "pockets"],
      patch: ["patch pocket"],
      none: ["without pockets"],
    },
  },
  sets: [
    [{ weave: "denim" }, "jeans"],
    [{ inseamMm: 120 }, "shorts", "hot pants"],
    [{ inseamMm: 280 }, "bermuda", "bermudas", "knee-length"],
    [{ inseamMm: 620 }, "cropped", "ankle-length", "capri"],
    [{ inseamMm: 780 }, "full-length", "full length"],
  ],
  unsupported: ["cuffs", "pleats", "cargo pockets"],
  finish: plainInColour,
});
