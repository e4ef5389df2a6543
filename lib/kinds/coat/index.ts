import { garmentKind } from "../garment/garment-kind.ts";
import { clothWords, neckWords, sizeWords, sleeveWords } from "../garment/words.ts";
import { coatDesign } from "./design.ts";
import { COAT_READER } from "./read.ts";
import { type CoatSpec, coatSchema } from "./schema.ts";

const CLOSED: Record<CoatSpec["closure"], (spec: CoatSpec) => string> = {
  "buttons-front": ({ buttons }) => `${buttons} buttons`,
  "zip-front": () => "a zip",
  wrap: () => "a tie belt",
};

function words(spec: CoatSpec): string {
  const pockets = spec.pockets === "none" ? "" : `, ${spec.pockets} pockets`;
  return `A ${spec.fit} coat with ${neckWords(spec)} and ${CLOSED[spec.closure](spec)}, ${sleeveWords(spec)}${pockets}, ending ${spec.belowWaistMm} mm below the waist, in ${clothWords(spec)}, ${sizeWords(spec)}`;
}

const suggest = ({ collar, closure, pockets }: CoatSpec): string[] => [
  collar === "stand" ? "lapels" : "a stand collar",
  "make it longer",
  "in charcoal",
  closure === "wrap" ? "buttons down the front" : "a wrap coat",
  pockets === "welt" ? "patch pockets" : "welt pockets",
];

export const coat = garmentKind<CoatSpec>({
  ...COAT_READER,
  id: "coat",
  title: "Coat",
  schema: coatSchema,
  example: "a camel wool coat with lapels and patch pockets, knee-length, size 40",
  design: coatDesign,
  free: ["belowWaistMm"],
  words,
  suggest,
});
