import type { Kind } from "../kind.ts";
import { buildEarrings } from "./build.ts";
import { checkEarrings } from "./check.ts";
import { priceEarrings } from "./price.ts";
import { EARRINGS_READER } from "./read.ts";
import { type EarringsSpec, earringsSchema } from "./schema.ts";
import { suggestForEarrings } from "./suggest.ts";
import { earringsWords } from "./words.ts";

export const earrings: Kind<EarringsSpec> = {
  ...EARRINGS_READER,
  id: "earrings",
  title: "Earrings",
  category: "jewellery",
  schema: earringsSchema,
  example: "platinum stud earrings with 5 mm round diamonds in four prongs",
  build: buildEarrings,
  check: checkEarrings,
  pieces: ({ style, joint }) => (style === "drop" && joint === "moving" ? 4 : 2),
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: priceEarrings,
  free: ["wireMm", "bandWidthMm", "prongWidthMm", "bezelWallMm"],
  words: earringsWords,
  suggest: suggestForEarrings,
};
