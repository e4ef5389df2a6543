import type { Kind } from "../kind.ts";
import { buildRing } from "./build.ts";
import { checkRing } from "./check.ts";
import { priceRing } from "./price.ts";
import { RING_READER } from "./read.ts";
import { suggestForRing } from "./read-suggestions.ts";
import { resizeRing } from "./resize.ts";
import { type RingSpec, ringSchema } from "./schema.ts";
import { ringWords } from "./words.ts";

export const ring: Kind<RingSpec> = {
  ...RING_READER,
  id: "ring",
  title: "Ring",
  category: "jewellery",
  schema: ringSchema,
  example: "a rose gold ring, US 7, with a 7 x 5 mm oval sapphire and pavé shoulders",
  build: buildRing,
  check: checkRing,
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: priceRing,
  words: ringWords,
  suggest: suggestForRing,
  free: ["bandWidthMm", "bandThicknessMm"],
  resize: resizeRing,
};
