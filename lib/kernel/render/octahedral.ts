import type { Vec3 } from "../mesh.ts";

/** Fold of the lower half: the square's corners all are straight down. */
const fold = (a: number, b: number) => (1 - Math.abs(b)) * (a >= 0 ? 1 : -1);

/** Unit direction of a place on the octahedral square, `u` and `v` from −1 to 1 (Cigolle et al. 2014). */
export function fromOctahedral(u: number, v: number): Vec3 {
  const z = 1 - Math.abs(u) - Math.abs(v);
  const x = z < 0 ? fold(u, v) : u;
  const y = z < 0 ? fold(v, u) : v;
  const scale = 1 / Math.sqrt(x * x + y * y + z * z);
  return [x * scale, y * scale, z * scale];
}

/** Solid angle of a cell around a direction on a square of `side` cells, sr. */
export function cellSolidAngle([x, y, z]: Vec3, side: number): number {
  const stretch = Math.abs(x) + Math.abs(y) + Math.abs(z);
  return (4 / (side * side)) * stretch * stretch * stretch;
}
