import type { Raster } from "../raster/raster.ts";
import { COLOUR_BINS, type Crop, colourShares } from "./colour-block.ts";
import { colourLayout, coverLayout } from "./layout-block.ts";
import { OUTLINE_NUMBERS, outlineBlock } from "./outline-block.ts";
import { type SubjectFrame, subjectFrame } from "./subject.ts";
import { edgeLayout, GRAIN_NUMBERS, grainBlock } from "./texture-block.ts";

/** Changes whenever the same picture would get another vector. */
export const LOOK_VERSION = "1.0";

interface Block {
  name: string;
  numbers: number;
  /** Its part of the cosine: all weights together are 1. */
  weight: number;
  of(subject: SubjectFrame): Float32Array;
}

const WHOLE: Crop = { left: 0, top: 0, right: 1, bottom: 1 };
/** Where a ring has its stone, a dress its neckline, a figurine its face. */
const UPPER: Crop = { left: 0.15, top: 0, right: 0.85, bottom: 0.45 };

const shares = (crop: Crop) => (subject: SubjectFrame) =>
  colourShares(subject, crop).map((share) => Math.sqrt(share));

/**
 * The parts of a look. Each is brought to length 1 and weighed by the root of its weight, so that the cosine of two
 * looks is the weighted mean of the cosines of their parts.
 */
export const LOOK_BLOCKS: readonly Block[] = [
  { name: "colours", numbers: COLOUR_BINS, weight: 0.22, of: shares(WHOLE) },
  { name: "upper-colours", numbers: COLOUR_BINS, weight: 0.13, of: shares(UPPER) },
  { name: "colour-layout", numbers: 3 * 16, weight: 0.15, of: (s) => colourLayout(s, 4) },
  { name: "cover", numbers: 64, weight: 0.2, of: (s) => coverLayout(s, 8) },
  { name: "outline", numbers: OUTLINE_NUMBERS, weight: 0.1, of: outlineBlock },
  { name: "edges", numbers: 8 * 9, weight: 0.12, of: (s) => edgeLayout(s, 3) },
  { name: "grain", numbers: GRAIN_NUMBERS, weight: 0.08, of: grainBlock },
];

export const LOOK_DIMENSIONS = LOOK_BLOCKS.reduce((sum, { numbers }) => sum + numbers, 0);

/** What a picture's subject looks like: a unit vector of LOOK_DIMENSIONS whose cosine with another says how alike they are. */
export const describeLook = (raster: Raster): Float32Array => lookOf(subjectFrame(raster));

/** The look of a subject that is cut out already. */
export function lookOf(subject: SubjectFrame): Float32Array {
  const look = new Float32Array(LOOK_DIMENSIONS);
  let at = 0;
  for (const { numbers, weight, of } of LOOK_BLOCKS) {
    const block = of(subject);
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
