import { garmentKind } from "../garment/garment-kind.ts";
import { clothWords, neckWords, sizeWords, sleeveWords } from "../garment/words.ts";
import { topDesign } from "./design.ts";
import { TOP_READER } from "./read.ts";
import { type TopSpec, topSchema } from "./schema.ts";

function words(spec: TopSpec): string {
  return `A ${spec.fit} top, ${neckWords(spec)}, ${sleeveWords(spec)}, ending ${spec.belowWaistMm} mm below the waist, in ${clothWords(spec)}, ${sizeWords(spec)}`;
}

const suggest = ({ sleeve, neckline, closure }: TopSpec): string[] => [
  sleeve === "short" ? "long sleeves" : "short puff sleeves",
  neckline === "boat" ? "turtleneck" : "boat neck",
  closure === "buttons-front" ? "pulled on" : "a shirt collar and buttons down the front",
  "cropped",
  "loose fit",
];

export const top = garmentKind<TopSpec>({
  ...TOP_READER,
  id: "top",
  title: "Top",
  schema: topSchema,
  example: "a striped jersey top with a boat neck and long sleeves, size M",
  design: topDesign,
  free: ["belowWaistMm"],
  words,
  suggest,
});
