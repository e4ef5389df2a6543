import type { Vec3 } from "../mesh.ts";
import type { Shape } from "./shape.ts";

/** Distances at the corners of cubic cells; sample (i, j, k) is at `origin + cellMm · (i, j, k)`. */
export interface Samples {
  origin: Vec3;
  cellMm: number;
  /** Samples along x, y, z. */
  size: Vec3;
  values: Float32Array;
  /** First cell (i, j, k) × blocks near the surface; others have no surface in them. */
  blocks: Int32Array;
}

/** Cells along a side of the blocks in which space is searched for the surface. */
export const BLOCK_CELLS = 6;
/** Samples a grid may have: 256 MB of distances. */
const MOST_SAMPLES = 64_000_000;
/** How far a distance function may overstate the distance. */
const OVERSTATED = 1.35;

function gridOf({ box }: Shape, cellMm: number) {
  const low = (k: number) => Math.floor(box.min[k]! / cellMm - 1.5);
  const count = (k: number) => {
    const cells = Math.ceil(box.max[k]! / cellMm + 1.5) - low(k);
    return Math.ceil(cells / BLOCK_CELLS) * BLOCK_CELLS + 1;
  };
  const origin: Vec3 = [low(0) * cellMm, low(1) * cellMm, low(2) * cellMm];
  const size: Vec3 = [count(0), count(1), count(2)];
  return { origin, size };
}

/**
 * Samples a shape in cells of `cellMm`, only where its surface may be; elsewhere a value has the right
 * sign and no more. Throws RangeError when the grid would not fit in memory.
 */
export function sampleShape(shape: Shape, cellMm: number): Samples {
  const { origin, size } = gridOf(shape, cellMm);
  const [nx, ny, nz] = size;
  if (!(nx * ny * nz <= MOST_SAMPLES)) throw new RangeError("The grid is too fine for its box.");
  const values = new Float32Array(nx * ny * nz);
  const near: number[] = [];
  const half = BLOCK_CELLS / 2;
  const reach = OVERSTATED * cellMm * (half + 1) * Math.sqrt(3);
  for (let k = 0; k < nz - 1; k += BLOCK_CELLS)
    for (let j = 0; j < ny - 1; j += BLOCK_CELLS)
      for (let i = 0; i < nx - 1; i += BLOCK_CELLS) {
        const x = origin[0] + (i + half) * cellMm;
        const y = origin[1] + (j + half) * cellMm;
        const z = origin[2] + (k + half) * cellMm;
        const middle = shape.distance(x, y, z);
        const isNear = Math.abs(middle) <= reach;
        if (isNear) near.push(i, j, k);
        fillBlock(values, { shape, origin, cellMm, size }, [i, j, k], isNear ? null : middle);
      }
  return { origin, cellMm, size, values, blocks: Int32Array.from(near) };
}

interface Grid {
  shape: Shape;
  origin: Vec3;
  cellMm: number;
  size: Vec3;
}

/** Fills a block's own samples, with `flat` or by asking; the grid's last layer belongs to its last block. */
function fillBlock(values: Float32Array, grid: Grid, first: Vec3, flat: number | null): void {
  const { shape, origin, cellMm, size } = grid;
  const end = (axis: number) => {
    const next = first[axis]! + BLOCK_CELLS;
    return next === size[axis]! - 1 ? next + 1 : next;
  };
  const [endX, endY, endZ] = [end(0), end(1), end(2)];
  for (let k = first[2]; k < endZ; k++)
    for (let j = first[1]; j < endY; j++) {
      const row = (k * size[1] + j) * size[0];
      if (flat !== null) {
        values.fill(flat, row + first[0], row + endX);
        continue;
      }
      const y = origin[1] + j * cellMm;
      const z = origin[2] + k * cellMm;
      for (let i = first[0]; i < endX; i++)
        values[row + i] = shape.distance(origin[0] + i * cellMm, y, z);
    }
}
