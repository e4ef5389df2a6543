import type { Kind } from "../kind.ts";
import { needsPicture } from "../relief/fields.ts";
import { buildMedal } from "./build.ts";
import { checkMedal } from "./check.ts";
import { MEDAL_READER } from "./read.ts";
import { type MedalSpec, medalSchema } from "./schema.ts";
import { medalWords } from "./words.ts";

export const medal: Kind<MedalSpec> = {
  ...MEDAL_READER,
  id: "medal",
  title: "Medal",
  category: "relief",
  schema: medalSchema,
  example: "a bronze medal of this picture, 40 mm, 1.2 mm relief, saying “Anno 2026”",
  needs: needsPicture,
  build: buildMedal,
  check: checkMedal,
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: () => [],
  free: ["thicknessMm"],
  words: medalWords,
  suggest: ({ loop, reliefMm }) => [
    loop ? "without the loop" : "with a loop",
    reliefMm < 1.5 ? "relief 1.5 mm" : "relief 1 mm",
    "in silver",
  ],
};
