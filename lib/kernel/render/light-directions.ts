import type { Vec3 } from "../mesh.ts";
import { cellSolidAngle, fromOctahedral } from "./octahedral.ts";
import { lowDiscrepancy } from "./sampler.ts";
import { sharedFloats } from "./shared-arrays.ts";
import type { Sky } from "./sky.ts";

/** Directions are in order: each run of so many covers an equal share of the light. */
export const LIGHT_DIRECTIONS = 4096;

const SIDE = 64;
/** Part of the light that comes evenly from above: it darkens where floor and piece meet. */
const EVEN_PART = 0.5;

/** What light from a direction counts on a level floor. */
const onFloor = ([, , z]: Vec3) => Math.max(0, z);

/** What light from a direction counts where surfaces face all ways. */
export const evenOverAll = () => 1;

/** Share of the light by cell of a SIDE² octahedral square, running totals. */
function runningShares(
  sky: Sky,
  weightOf: (direction: Vec3) => number,
  evenPart: number,
): Float64Array {
  const level = Math.log2(sky.side / SIDE);
  const cells = sky.levels[level]!;
  const lit = new Float64Array(SIDE * SIDE);
  const even = new Float64Array(SIDE * SIDE);
  for (let c = 0; c < lit.length; c++) {
    const direction = fromOctahedral(
      (((c % SIDE) + 0.5) / SIDE) * 2 - 1,
      ((Math.floor(c / SIDE) + 0.5) / SIDE) * 2 - 1,
    );
    const weight = weightOf(direction) * cellSolidAngle(direction, SIDE);
    const luminance = cells[3 * c]! * 0.21 + cells[3 * c + 1]! * 0.72 + cells[3 * c + 2]! * 0.07;
    lit[c] = weight * luminance;
    even[c] = weight;
  }
  const totalLit = lit.reduce((sum, v) => sum + v, 0) || 1;
  const totalEven = even.reduce((sum, v) => sum + v, 0);
  let total = 0;
  return lit.map((v, c) => {
    total += (v / totalLit) * (1 - evenPart) + (even[c]! / totalEven) * evenPart;
    return total;
  });
}

/** Unit directions xyz × LIGHT_DIRECTIONS, each with an equal share of the light; above the floor where no other weight is given. */
export function bakeLightDirections(
  sky: Sky,
  weightOf: (direction: Vec3) => number = onFloor,
  evenPart = EVEN_PART,
): Float32Array {
  const totals = runningShares(sky, weightOf, evenPart);
  const last = totals[totals.length - 1]!;
  const directions = sharedFloats(LIGHT_DIRECTIONS * 3);
  let cell = 0;
  for (let n = 0; n < LIGHT_DIRECTIONS; n++) {
    while (totals[cell]! < ((n + 0.5) / LIGHT_DIRECTIONS) * last && cell < totals.length - 1)
      cell++;
    const u = (((cell % SIDE) + lowDiscrepancy(n, 0)) / SIDE) * 2 - 1;
    const v = ((Math.floor(cell / SIDE) + lowDiscrepancy(n, 1)) / SIDE) * 2 - 1;
    directions.set(fromOctahedral(u, v), n * 3);
  }
  return directions;
}
