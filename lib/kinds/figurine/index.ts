import type { Kind } from "../kind.ts";
import { buildFigurine } from "./build.ts";
import { checkFigurine } from "./check.ts";
import { ornamentZones } from "./details.ts";
import { FIGURINE_READER } from "./read.ts";
import { type FigurineSpec, figurineSchema } from "./schema.ts";
import { figurineWords, suggestForFigurine } from "./words.ts";

export const figurine: Kind<FigurineSpec> = {
  ...FIGURINE_READER,
  id: "figurine",
  title: "Figurine",
  category: "figurine",
  schema: figurineSchema,
  example: "a graduate figurine 90 mm tall with long brown hair and a name plate ANNA",
  build: buildFigurine,
  needs: ({ facePicture }) => ({ pictures: facePicture ? [facePicture] : [] }),
  check: checkFigurine,
  pieces: ({ neckJoint }) => (neckJoint ? 2 : 1),
  ownWalls: ornamentZones,
  price: () => [],
  free: ["heightMm"],
  words: figurineWords,
  suggest: suggestForFigurine,
};
