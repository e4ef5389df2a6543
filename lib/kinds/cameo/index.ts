import { reliefFinding } from "../../kernel/relief/rules.ts";
import type { Kind } from "../kind.ts";
import { needsPicture } from "../relief/fields.ts";
import { buildCameo } from "./build.ts";
import { CAMEO_READER } from "./read.ts";
import { type CameoSpec, cameoSchema } from "./schema.ts";
import { cameoWords } from "./words.ts";

export const cameo: Kind<CameoSpec> = {
  ...CAMEO_READER,
  id: "cameo",
  title: "Cameo",
  category: "relief",
  schema: cameoSchema,
  example: "an oval cameo pendant of this portrait, 30 mm, in rose gold with a rope frame",
  needs: needsPicture,
  build: buildCameo,
  check: ({ reliefMm }) => [reliefFinding("cast-metal", reliefMm, null)],
  price: () => [],
  free: ["thicknessMm"],
  words: cameoWords,
  suggest: ({ frame, shape }) => [
    frame === "beaded" ? "a rope frame" : "a beaded frame",
    shape === "oval" ? "make it round" : "make it oval",
    "in silver",
  ],
};
