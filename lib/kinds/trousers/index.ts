import { garmentKind } from "../garment/garment-kind.ts";
import { clothWords, sizeWords } from "../garment/words.ts";
import { trousersDesign } from "./design.ts";
import { TROUSERS_READER } from "./read.ts";
import { type TrousersSpec, trousersSchema } from "./schema.ts";

/** Shorter inseams make shorts, mm. */
const SHORTS_MM = 400;

function words(spec: TrousersSpec): string {
  const { legShape, rise, inseamMm } = spec;
  const name = inseamMm < SHORTS_MM ? "Shorts" : "Trousers";
  return `${name} with ${legShape} legs and a ${rise} rise, inseam ${inseamMm} mm, in ${clothWords(spec)}, ${sizeWords(spec)}`;
}

const suggest = ({ legShape, rise, inseamMm }: TrousersSpec): string[] => [
  legShape === "wide" ? "slim legs" : "wide legs",
  rise === "high" ? "low rise" : "high rise",
  inseamMm < SHORTS_MM ? "full length" : "make them shorts",
  "in black twill",
  "flared legs",
];

export const trousers = garmentKind<TrousersSpec>({
  ...TROUSERS_READER,
  id: "trousers",
  title: "Trousers",
  schema: trousersSchema,
  example: "high-waisted wide-leg trousers in cream twill, size 40",
  design: trousersDesign,
  free: ["inseamMm"],
  words,
  suggest,
});
