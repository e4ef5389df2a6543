import { zoneAround } from "../../kernel/measure/zone.ts";
import type { Kind } from "../kind.ts";
import { needsPicture } from "../relief/fields.ts";
import { buildLithophane } from "./build.ts";
import { checkLithophane } from "./check.ts";
import { LITHOPHANE_READER } from "./read.ts";
import { type LithophaneSpec, lithophaneSchema } from "./schema.ts";
import { lithophaneWords } from "./words.ts";

export const lithophane: Kind<LithophaneSpec> = {
  ...LITHOPHANE_READER,
  id: "lithophane",
  title: "Lithophane",
  category: "relief",
  schema: lithophaneSchema,
  example: "a lithophane of this photo, 120 mm wide, curved, in white PLA",
  needs: needsPicture,
  build: buildLithophane,
  check: checkLithophane,
  // The plate is held all round and has a rule of its own.
  ownWalls: (_spec, parts) => parts.map(({ mesh }) => zoneAround(mesh)),
  price: () => [],
  free: ["minMm", "maxMm"],
  words: lithophaneWords,
  suggest: ({ form, borderMm }) => [
    form === "flat" ? "make it curved" : "make it flat",
    borderMm === 0 ? "border 3 mm" : "without a border",
    "150 mm wide",
  ],
};
