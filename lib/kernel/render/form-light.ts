import { bakeLightDirections, evenOverAll } from "./light-directions.ts";
import { cellSolidAngle, fromOctahedral } from "./octahedral.ts";
import { sharedFloats } from "./shared-arrays.ts";
import type { Sky } from "./sky.ts";

/** Light for what is matte: it models the form, where the room's many lights would flatten it. */
export interface FormLight {
  /** For gloss. */
  sky: Sky;
  /** Mean light by cosine over the half sphere around a direction, as a sky of one level. */
  irradiance: Sky;
  /** Unit directions xyz × LIGHT_DIRECTIONS, all around, as dense as they bring light. */
  directions: Float32Array;
  /** The same above the floor, for its shadow. */
  floorLights: Float32Array;
}

const SIDE = 32;
/** Part of the light that comes evenly from all around: it darkens folds and corners. */
const EVEN_PART = 0.2;

/** Bakes what matte surfaces need of a sky of at least 32² cells. */
export function bakeFormLight(sky: Sky): FormLight {
  return {
    sky,
    irradiance: bakeIrradiance(sky),
    directions: bakeLightDirections(sky, evenOverAll, EVEN_PART),
    floorLights: bakeLightDirections(sky),
  };
}

interface Cell {
  direction: readonly [number, number, number];
  solidAngle: number;
}

function cellsOf(side: number): Cell[] {
  return Array.from({ length: side * side }, (_, c) => {
    const u = (((c % side) + 0.5) / side) * 2 - 1;
    const v = ((Math.floor(c / side) + 0.5) / side) * 2 - 1;
    const direction = fromOctahedral(u, v);
    return { direction, solidAngle: cellSolidAngle(direction, side) };
  });
}

/** Mean light by cosine around each direction, of a sky of at least 32² cells. An even sky gives exactly its light: weights are divided by their own sum. */
export function bakeIrradiance(sky: Sky): Sky {
  const light = sky.levels[Math.log2(sky.side / SIDE)]!;
  const cells = cellsOf(SIDE);
  const values = sharedFloats(cells.length * 3);
  for (const [c, { direction: n }] of cells.entries()) {
    const sum = [0, 0, 0];
    let total = 0;
    for (const [from, { direction: d, solidAngle }] of cells.entries()) {
      const weight = Math.max(0, n[0] * d[0] + n[1] * d[1] + n[2] * d[2]) * solidAngle;
      total += weight;
      for (let k = 0; k < 3; k++) sum[k]! += light[from * 3 + k]! * weight;
    }
    for (let k = 0; k < 3; k++) values[c * 3 + k] = sum[k]! / total;
  }
  return { side: SIDE, levels: [values] };
}
