import { garmentKind } from "../garment/garment-kind.ts";
import { clothWords, lengthWord, neckWords, sizeWords, sleeveWords } from "../garment/words.ts";
import { dressDesign } from "./design.ts";
import { DRESS_READER } from "./read.ts";
import { type DressSpec, dressSchema } from "./schema.ts";

const SKIRTS: Record<DressSpec["skirtShape"], string> = {
  pencil: "pencil skirt",
  straight: "straight skirt",
  "a-line": "A-line skirt",
  "half-circle": "half-circle skirt",
  circle: "circle skirt",
  gathered: "gathered skirt",
};

function words(spec: DressSpec): string {
  const { skirtLengthMm, heightMm, closure, skirtShape, beltMm, fit } = spec;
  const cut = `${fit} ${lengthWord(skirtLengthMm, heightMm)} ${closure === "wrap" ? "wrap " : ""}dress`;
  const belt = beltMm > 0 ? `, a ${beltMm} mm belt` : "";
  return `A ${cut}, ${neckWords(spec)}, ${sleeveWords(spec)}, ${SKIRTS[skirtShape]} of ${skirtLengthMm} mm${belt}, in ${clothWords(spec)}, ${sizeWords(spec)}`;
}

function suggest({ sleeve, skirtShape, print, closure, neckline }: DressSpec): string[] {
  return [
    skirtShape === "circle" ? "an A-line skirt" : "a circle skirt",
    sleeve === "long" ? "short sleeves" : "long sleeves",
    print === "dots" ? "in plain burgundy" : "white dots on navy",
    "make it longer",
    closure === "wrap" ? "zip at the back" : "make it a wrap dress",
    neckline === "boat" ? "V-neck" : "boat neck",
  ];
}

export const dress = garmentKind<DressSpec>({
  ...DRESS_READER,
  id: "dress",
  title: "Dress",
  schema: dressSchema,
  example: "a navy midi wrap dress with short sleeves and white dots, size 38",
  design: dressDesign,
  free: ["skirtLengthMm"],
  words,
  suggest,
});
