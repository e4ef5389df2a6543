import type { Raster } from "../raster/raster.ts";
import { COLOUR_BINS, colourShares } from "./colour-block.ts";
import { cropsOf, WHOLE } from "./crop.ts";
import { type Cells, colourLayout, coverLayout } from "./layout-block.ts";
import { OUTLINE_NUMBERS, outlineBlock } from "./outline-block.ts";
import { type SubjectFrame, subjectFrame } from "./subject.ts";
import { DIRECTIONS, edgeLayout, GRAIN_NUMBERS, grainBlock } from "./texture-block.ts";

/** Changes whenever the same picture would get another vector. */
export const LOOK_VERSION = "1.0";

interface Block {
  name: string;
  numbers: number;
  /** Its part of the cosine: all weights together are 1. */
  weight: number;
  of(subject: SubjectFrame, crops: Crops): Float32Array;
}

type Crops = ReturnType<typeof cropsOf>;

const roots = (shares: Float32Array) => shares.map((share) => Math.sqrt(share));
const grid = (columns: number, rows: number): Cells => ({ columns, rows });

/**
 * The parts of a look. Each is brought to length 1 and weighed by the root of its weight, so that the cosine of two
 * looks is the weighted mean of the cosines of their parts.
 */
export const LOOK_BLOCKS: readonly Block[] = [
  {
    name: "colours",
    numbers: COLOUR_BINS,
    weight: 0.06,
    of: (subject) => roots(colourShares(subject, WHOLE)),
  },
  {
    name: "upper colours",
    numbers: COLOUR_BINS,
    weight: 0.24,
    of: (subject, { upper }) => roots(colourShares(subject, upper)),
  },
  {
    name: "lower colours",
    numbers: COLOUR_BINS,
    weight: 0.08,
    of: (subject, { lower }) => roots(colourShares(subject, lower)),
  },
  {
    name: "colour layout",
    numbers: 3 * 9,
    weight: 0.08,
    of: (subject) => colourLayout(subject, WHOLE, grid(3, 3)),
  },
  {
    name: "upper layout",
    numbers: 3 * 12,
    weight: 0.18,
    of: (subject, { upper }) => colourLayout(subject, upper, grid(4, 3)),
  },
  {
    name: "cover",
    numbers: 25,
    weight: 0.06,
    of: (subject) => coverLayout(subject, WHOLE, grid(5, 5)),
  },
  {
    name: "upper cover",
    numbers: 12,
    weight: 0.05,
    of: (subject, { upper }) => coverLayout(subject, upper, grid(4, 3)),
  },
  { name: "outline", numbers: OUTLINE_NUMBERS, weight: 0.05, of: outlineBlock },
  {
    name: "edges",
    numbers: DIRECTIONS * 4,
    weight: 0.05,
    of: (subject) => edgeLayout(subject, WHOLE, grid(2, 2)),
  },
  {
    name: "upper edges",
    numbers: DIRECTIONS * 6,
    weight: 0.12,
    of: (subject, { upper }) => edgeLayout(subject, upper, grid(3, 2)),
  },
  { name: "grain", numbers: GRAIN_NUMBERS, weight: 0.03, of: grainBlock },
];

export const LOOK_DIMENSIONS = LOOK_BLOCKS.reduce((sum, { numbers }) => sum + numbers, 0);

/** What a picture's subject looks like: a unit vector of LOOK_DIMENSIONS whose cosine with another says how alike they are. */
export const describeLook = (raster: Raster): Float32Array => lookOf(subjectFrame(raster));

/** The look of a subject that is cut out already. */
export function lookOf(subject: SubjectFrame): Float32Array {
  const look = new Float32Array(LOOK_DIMENSIONS);
  const crops = cropsOf(subject.cover);
  let at = 0;
  for (const { numbers, weight, of } of LOOK_BLOCKS) {
    const block = of(subject, crops);
    const length = Math.hypot(...block);
    // A part without anything in it, such as the edges of a flat colour, stays 0.
    const scale = length > 1e-6 ? Math.sqrt(weight) / length : 0;
    look.set(
      block.map((value) => value * scale),
      at,
    );
    at += numbers;
  }
  const length = Math.hypot(...look);
  return look.map((value) => value / length);
}
