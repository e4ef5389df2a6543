import { kindReader } from "../read/kind-reader.ts";
import type { PartFields } from "../read/reader-table.ts";
import { finishRing, readStyle } from "./read-style.ts";
import { RING_TERMS_EN, RING_UNSUPPORTED_EN } from "./read-words-en.ts";
import { type RingSpec, ringSchema } from "./schema.ts";

const PAVE: PartFields<RingSpec> = {
  fields: { any: "paveStoneMm", size: "paveStoneMm", length: "paveArcDeg", angle: "paveArcDeg" },
  gem: { stone: "paveStone", lengthMm: "paveStoneMm" },
  amount: "paveArcDeg",
};

const TAPERED_PERCENT = 30;

/** How rings are spoken of. */
export const RING_READER = kindReader<RingSpec>({
  name: "ring",
  schema: ringSchema,
  nouns: [
    ...["ring", "engagement ring", "wedding ring", "promise ring", "cocktail ring"],
    "wedding band",
  ],
  hints: ["band", "shank", "solitaire"],
  ringSize: "innerDiameterMm",
  body: {
    fields: {
      any: "bandWidthMm",
      width: "bandWidthMm",
      thickness: "bandThicknessMm",
      taper: "taperPercent",
    },
    sides: ["bandWidthMm", "bandThicknessMm"],
    largestFirst: true,
  },
  unnamed: {
    width: "bandWidthMm",
    thickness: "bandThicknessMm",
    height: "headLiftMm",
    length: "stoneLengthMm",
    taper: "taperPercent",
    angle: "paveArcDeg",
    carats: "stoneLengthMm",
  },
  parts: {
    band: {
      words: ["band", "shank", "hoop"],
      isBody: true,
      fields: {
        any: "bandWidthMm",
        width: "bandWidthMm",
        size: "bandWidthMm",
        thickness: "bandThicknessMm",
        height: "bandThicknessMm",
        depth: "bandThicknessMm",
        taper: "taperPercent",
      },
      sides: ["bandWidthMm", "bandThicknessMm"],
      largestFirst: true,
    },
    stone: {
      words: [
        ...["stone", "center stone", "centre stone", "main stone", "gem", "gemstone", "rock"],
        ...["center", "centre", "jewel"],
      ],
      fields: { height: "headLiftMm" },
      gem: { stone: "stone", cut: "cut", lengthMm: "stoneLengthMm", widthMm: "stoneWidthMm" },
    },
    halo: {
      words: ["halo", "halo stone"],
      gem: { stone: "haloStone", lengthMm: "haloStoneMm" },
    },
    side: {
      words: ["side stone", "side gem", "accent stone", "flanking stone"],
      fields: { width: "sideStoneMm" },
      gem: { stone: "sideStone", lengthMm: "sideStoneMm" },
    },
    pave: { words: [], ...PAVE },
    shoulders: { words: ["shoulder"], ...PAVE, countsAs: "pave" },
    prongs: {
      words: ["prong", "claw"],
      count: "prongs",
      fields: {
        any: "prongWidthMm",
        thickness: "prongWidthMm",
        width: "prongWidthMm",
        size: "prongWidthMm",
      },
    },
    bezel: {
      words: ["bezel", "rub over", "rubover", "bezel wall"],
      fields: {
        any: "bezelWallMm",
        thickness: "bezelWallMm",
        width: "bezelWallMm",
        size: "bezelWallMm",
      },
    },
    head: {
      words: ["head", "setting", "basket", "mount", "gallery", "crown"],
      fields: { any: "headLiftMm", height: "headLiftMm", size: "headLiftMm" },
    },
  },
  choices: {
    ...{ style: null, shoulders: null, head: null, prongs: null },
    ...{ profile: {}, finish: {} },
  },
  sets: [
    [{ taperPercent: TAPERED_PERCENT }, "tapered", "tapering", "tapers"],
    [
      { taperPercent: 0 },
      ...["no taper", "untapered", "without taper", "even width", "same width all round"],
      ...["straight band", "constant width"],
    ],
  ],
  terms: RING_TERMS_EN,
  unsupported: RING_UNSUPPORTED_EN,
  askSize: "the band, the stone or the finger size",
  weights: { noun: 0.35, style: 0.5, eternity: 0.5, shoulders: 0.25 },
  decide: readStyle,
  finish: finishRing,
});
