import { settingLines, stoneLines } from "../../kernel/price/price-of.ts";
import type { Kind } from "../kind.ts";
import { buildBangle } from "./build.ts";
import { checkBangle } from "./check.ts";
import { planBangle } from "./plan.ts";
import { BANGLE_READER, suggestForBangle } from "./read.ts";
import { type BangleSpec, bangleSchema } from "./schema.ts";
import { bangleWords } from "./words.ts";

export const bangle: Kind<BangleSpec> = {
  ...BANGLE_READER,
  id: "bangle",
  title: "Bangle",
  category: "jewellery",
  schema: bangleSchema,
  example: "an oval rose gold bangle, 60 x 52 mm inside, pavé diamonds of 1.8 mm",
  build: buildBangle,
  check: checkBangle,
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: (spec, { stones }, rates) => {
    const { row } = planBangle(spec);
    const style = row?.setting === "flush" ? "bezel" : "pave";
    return [
      ...stoneLines(stones, rates),
      ...settingLines([{ style, count: row?.stones.length ?? 0 }], rates),
    ];
  },
  free: ["widthMm", "thicknessMm"],
  words: bangleWords,
  suggest: suggestForBangle,
};
