import type { Kind } from "../kind.ts";
import { buildPlatePendant } from "./build-plate.ts";
import { buildStonePendant } from "./build-stone.ts";
import { checkPendant } from "./check.ts";
import { pricePendant } from "./price.ts";
import { PENDANT_READER } from "./read.ts";
import { type PendantSpec, pendantSchema } from "./schema.ts";
import { suggestForPendant } from "./suggest.ts";
import { pendantWords } from "./words.ts";

export const pendant: Kind<PendantSpec> = {
  ...PENDANT_READER,
  id: "pendant",
  title: "Pendant",
  category: "jewellery",
  schema: pendantSchema,
  example: "a white gold pendant with a 7 mm round aquamarine in a bezel and a halo",
  build: (spec, kernel, quality) =>
    spec.design === "stone"
      ? buildStonePendant(spec, kernel, quality)
      : buildPlatePendant(spec, kernel, quality),
  check: checkPendant,
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: pricePendant,
  free: ["thicknessMm", "prongWidthMm", "bezelWallMm", "bailWallMm"],
  words: pendantWords,
  suggest: suggestForPendant,
};
