import { COLOUR_BINS, colourShares } from "./colour-block.ts";
import { boxCrop, type Crop, cropsOf, WHOLE } from "./crop.ts";
import { type Cells, colourLayout, coverLayout, lightSpread } from "./layout-block.ts";
import { OUTLINE_NUMBERS, outlineBlock } from "./outline-block.ts";
import type { Subject } from "./subject.ts";
import {
  DIRECTIONS,
  edgeLayout,
  edgeStrengths,
  GRAIN_NUMBERS,
  grainBlock,
  STRENGTHS,
} from "./texture-block.ts";

/** One part of what is measured of a picture. */
interface Block {
  name: string;
  numbers: number;
  /** Its part of the plain look: all weights together are 1. Those of 0 are fine detail that only the learned look reads. */
  weight: number;
  of(subject: Subject, crops: Crops): Float32Array;
}

interface Crops {
  upper: Crop;
  lower: Crop;
  /** The box of the upper part in the frame that shows it closely. */
  close: Crop;
}

const roots = (shares: Float32Array) => shares.map((share) => Math.sqrt(share));
const grid = (columns: number, rows: number): Cells => ({ columns, rows });
const FINE = grid(8, 8);
const CLOSE = grid(8, 6);

/** Each part is brought to length 1, so that none drowns the others by its units. Weighed ones come first. */
export const LOOK_BLOCKS: readonly Block[] = [
  {
    ...{ name: "colours", numbers: COLOUR_BINS, weight: 0.06 },
    of: ({ whole }) => roots(colourShares(whole, WHOLE)),
  },
  {
    ...{ name: "upper colours", numbers: COLOUR_BINS, weight: 0.24 },
    of: ({ whole }, { upper }) => roots(colourShares(whole, upper)),
  },
  {
    ...{ name: "lower colours", numbers: COLOUR_BINS, weight: 0.08 },
    of: ({ whole }, { lower }) => roots(colourShares(whole, lower)),
  },
  {
    ...{ name: "colour layout", numbers: 3 * 9, weight: 0.08 },
    of: ({ whole }) => colourLayout(whole, WHOLE, grid(3, 3)),
  },
  {
    ...{ name: "upper layout", numbers: 3 * 12, weight: 0.18 },
    of: ({ whole }, { upper }) => colourLayout(whole, upper, grid(4, 3)),
  },
  {
    ...{ name: "cover", numbers: 25, weight: 0.06 },
    of: ({ whole }) => coverLayout(whole, WHOLE, grid(5, 5)),
  },
  {
    ...{ name: "upper cover", numbers: 12, weight: 0.05 },
    of: ({ whole }, { upper }) => coverLayout(whole, upper, grid(4, 3)),
  },
  {
    ...{ name: "outline", numbers: OUTLINE_NUMBERS, weight: 0.05 },
    of: ({ whole }) => outlineBlock(whole),
  },
  {
    ...{ name: "edges", numbers: DIRECTIONS * 4, weight: 0.05 },
    of: ({ whole }) => edgeLayout(whole, WHOLE, grid(2, 2)),
  },
  {
    ...{ name: "upper edges", numbers: DIRECTIONS * 6, weight: 0.12 },
    of: ({ whole }, { upper }) => edgeLayout(whole, upper, grid(3, 2)),
  },
  { name: "grain", numbers: GRAIN_NUMBERS, weight: 0.03, of: ({ whole }) => grainBlock(whole) },
  {
    ...{ name: "fine cover", numbers: 64, weight: 0 },
    of: ({ whole }) => coverLayout(whole, WHOLE, FINE),
  },
  {
    ...{ name: "fine layout", numbers: 3 * 64, weight: 0 },
    of: ({ whole }) => colourLayout(whole, WHOLE, FINE),
  },
  {
    ...{ name: "fine edges", numbers: DIRECTIONS * 64, weight: 0 },
    of: ({ whole }) => edgeLayout(whole, WHOLE, FINE),
  },
  {
    ...{ name: "strengths", numbers: STRENGTHS * 9, weight: 0 },
    of: ({ whole }) => edgeStrengths(whole, WHOLE, grid(3, 3)),
  },
  {
    ...{ name: "spread", numbers: 16, weight: 0 },
    of: ({ whole }) => lightSpread(whole, WHOLE, grid(4, 4)),
  },
  {
    ...{ name: "close colours", numbers: COLOUR_BINS, weight: 0 },
    of: ({ upper }) => roots(colourShares(upper, WHOLE)),
  },
  {
    ...{ name: "close cover", numbers: 48, weight: 0 },
    of: ({ upper }, { close }) => coverLayout(upper, close, CLOSE),
  },
  {
    ...{ name: "close layout", numbers: 3 * 48, weight: 0 },
    of: ({ upper }, { close }) => colourLayout(upper, close, CLOSE),
  },
  {
    ...{ name: "close edges", numbers: DIRECTIONS * 48, weight: 0 },
    of: ({ upper }, { close }) => edgeLayout(upper, close, CLOSE),
  },
  {
    ...{ name: "close strengths", numbers: STRENGTHS * 12, weight: 0 },
    of: ({ upper }, { close }) => edgeStrengths(upper, close, grid(4, 3)),
  },
  {
    ...{ name: "close outline", numbers: OUTLINE_NUMBERS, weight: 0 },
    of: ({ upper }) => outlineBlock(upper),
  },
  {
    ...{ name: "close grain", numbers: GRAIN_NUMBERS, weight: 0 },
    of: ({ upper }) => grainBlock(upper),
  },
];

export const MEASURED_NUMBERS = LOOK_BLOCKS.reduce((sum, { numbers }) => sum + numbers, 0);

/** Those of the weighed blocks, which come first. */
export const WEIGHED_NUMBERS = LOOK_BLOCKS.filter(({ weight }) => weight > 0).reduce(
  (sum, { numbers }) => sum + numbers,
  0,
);

/** All that is measured of a picture: MEASURED_NUMBERS, block after block, each of length 1. */
export function measured(subject: Subject): Float32Array {
  const all = new Float32Array(MEASURED_NUMBERS);
  const crops = { ...cropsOf(subject.whole.cover), close: boxCrop(subject.upper) };
  let at = 0;
  for (const { numbers, of } of LOOK_BLOCKS) {
    const block = of(subject, crops);
    const length = Math.hypot(...block);
    // A part without anything in it, such as the edges of a flat colour, stays 0.
    if (length > 1e-6)
      all.set(
        block.map((value) => value / length),
        at,
      );
    at += numbers;
  }
  return all;
}
