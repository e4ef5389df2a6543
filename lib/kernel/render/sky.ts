import type { Vec3 } from "../mesh.ts";
import type { Light } from "./colour.ts";
import { fromOctahedral } from "./octahedral.ts";
import { sharedFloats } from "./shared-arrays.ts";

/** Light from every direction, as an octahedral square with ever smaller copies for wide lobes. */
export interface Sky {
  side: number;
  /** Linear rgb × side², then the halves of it down to 8 × 8. */
  levels: Float32Array[];
}

const SMALLEST_SIDE = 8;

/** Bakes what `radiance` says of each direction into a sky of `side`² cells (a power of two). */
export function bakeSky(side: number, radiance: (direction: Vec3, out: Light) => void): Sky {
  const base = sharedFloats(side * side * 3);
  const light: Light = { r: 0, g: 0, b: 0 };
  for (let j = 0; j < side; j++)
    for (let i = 0; i < side; i++) {
      radiance(fromOctahedral(((i + 0.5) / side) * 2 - 1, ((j + 0.5) / side) * 2 - 1), light);
      base.set([light.r, light.g, light.b], (j * side + i) * 3);
    }
  return { side, levels: smallerCopies(base, side) };
}

function smallerCopies(base: Float32Array, baseSide: number): Float32Array[] {
  const levels = [base];
  let from = base;
  for (let side = baseSide >> 1; side >= SMALLEST_SIDE; side >>= 1) {
    const to = sharedFloats(side * side * 3);
    for (let j = 0; j < side; j++)
      for (let k = 0; k < side * 3; k++) {
        const at = j * 2 * side * 6 + Math.floor(k / 3) * 6 + (k % 3);
        const below = at + side * 6;
        to[j * side * 3 + k] = (from[at]! + from[at + 3]! + from[below]! + from[below + 3]!) / 4;
      }
    levels.push(to);
    from = to;
  }
  return levels;
}

/** Light from a direction, bilinear within one level (0 is the sharpest). */
export function lookUp(sky: Sky, level: number, x: number, y: number, z: number, out: Light): void {
  const side = sky.side >> level;
  const cells = sky.levels[level]!;
  const scale = 1 / (Math.abs(x) + Math.abs(y) + Math.abs(z));
  let u = x * scale;
  let v = y * scale;
  if (z < 0) {
    const folded = (1 - Math.abs(v)) * (u >= 0 ? 1 : -1);
    v = (1 - Math.abs(u)) * (v >= 0 ? 1 : -1);
    u = folded;
  }
  const last = side - 1;
  const px = Math.max(0, Math.min(last, (u * 0.5 + 0.5) * side - 0.5));
  const py = Math.max(0, Math.min(last, (v * 0.5 + 0.5) * side - 0.5));
  const i = Math.min(last - 1, px | 0);
  const j = Math.min(last - 1, py | 0);
  const right = px - i;
  const down = py - j;
  const a = (j * side + i) * 3;
  const b = a + side * 3;
  const w00 = (1 - right) * (1 - down);
  const w10 = right * (1 - down);
  const w01 = (1 - right) * down;
  const w11 = right * down;
  out.r = cells[a]! * w00 + cells[a + 3]! * w10 + cells[b]! * w01 + cells[b + 3]! * w11;
  out.g = cells[a + 1]! * w00 + cells[a + 4]! * w10 + cells[b + 1]! * w01 + cells[b + 4]! * w11;
  out.b = cells[a + 2]! * w00 + cells[a + 5]! * w10 + cells[b + 2]! * w01 + cells[b + 5]! * w11;
}

/** The level whose cells are about as wide as `solidAngle` sr. */
export function levelFor(sky: Sky, solidAngle: number): number {
  const cell = (4 * Math.PI) / (sky.side * sky.side);
  if (solidAngle <= cell) return 0;
  return Math.min(sky.levels.length - 1, Math.round(0.5 * Math.log2(solidAngle / cell)));
}

/** Mean light over the whole sphere. */
export function meanLight(sky: Sky): Light {
  const cells = sky.levels[sky.levels.length - 1]!;
  const sum = { r: 0, g: 0, b: 0 };
  for (let i = 0; i < cells.length; i += 3) {
    sum.r += cells[i]!;
    sum.g += cells[i + 1]!;
    sum.b += cells[i + 2]!;
  }
  const count = cells.length / 3;
  return { r: sum.r / count, g: sum.g / count, b: sum.b / count };
}
