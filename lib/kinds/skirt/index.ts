import { garmentKind } from "../garment/garment-kind.ts";
import { clothWords, lengthWord, sizeWords } from "../garment/words.ts";
import { skirtKindDesign } from "./design.ts";
import { SKIRT_READER } from "./read.ts";
import { type SkirtSpec, skirtSchema } from "./schema.ts";

function words(spec: SkirtSpec): string {
  const { skirtShape, skirtLengthMm, heightMm, waistbandMm } = spec;
  const shape = skirtShape === "a-line" ? "A-line" : skirtShape;
  return `A ${lengthWord(skirtLengthMm, heightMm)} ${shape} skirt of ${skirtLengthMm} mm on a ${waistbandMm} mm waistband, in ${clothWords(spec)}, ${sizeWords(spec)}`;
}

const suggest = ({ skirtShape, print }: SkirtSpec): string[] => [
  skirtShape === "pencil" ? "with a 200 mm slit" : "a pencil skirt",
  skirtShape === "circle" ? "a gathered skirt" : "a circle skirt",
  "make it longer",
  print === "plain" ? "floral print" : "in plain black",
  "buttons down the front",
];

export const skirt = garmentKind<SkirtSpec>({
  ...SKIRT_READER,
  id: "skirt",
  title: "Skirt",
  schema: skirtSchema,
  example: "a red gingham circle skirt, knee-length, US 8",
  design: skirtKindDesign,
  free: ["skirtLengthMm"],
  words,
  suggest,
});
