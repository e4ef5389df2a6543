import type { Box, Vec3 } from "../mesh.ts";

/**
 * Signed distance to a surface in mm, negative inside. It may understate the distance far away and be
 * a little wrong near a blend; its sign is always right.
 */
export type Distance = (x: number, y: number, z: number) => number;

/** A solid by its distance function, with a box that holds all of its inside, mm. */
export interface Shape {
  distance: Distance;
  box: Box;
}

/** The smallest box around boxes. */
export function boxAround(boxes: readonly Box[]): Box {
  const pick = (end: "min" | "max", k: number) =>
    boxes.reduce(
      (so, box) => Math[end](so, box[end][k]!),
      end === "min" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY,
    );
  const corner = (end: "min" | "max"): Vec3 => [pick(end, 0), pick(end, 1), pick(end, 2)];
  return { min: corner("min"), max: corner("max") };
}

/** A box larger by `byMm` on all sides; negative values shrink it. */
export const grownBox = ({ min, max }: Box, byMm: number): Box => ({
  min: [min[0] - byMm, min[1] - byMm, min[2] - byMm],
  max: [max[0] + byMm, max[1] + byMm, max[2] + byMm],
});

/** What two boxes share; a box without volume where they do not meet. */
export function sharedBox(a: Box, b: Box): Box {
  const low = (k: number) => Math.max(a.min[k]!, b.min[k]!);
  const high = (k: number) => Math.max(low(k), Math.min(a.max[k]!, b.max[k]!));
  return { min: [low(0), low(1), low(2)], max: [high(0), high(1), high(2)] };
}

/** Distance from a point to a box, 0 inside. */
export function distanceToBox({ min, max }: Box, x: number, y: number, z: number): number {
  const dx = Math.max(min[0] - x, 0, x - max[0]);
  const dy = Math.max(min[1] - y, 0, y - max[1]);
  const dz = Math.max(min[2] - z, 0, z - max[2]);
  return Math.sqrt(dx * dx + dy * dy + dz * dz);
}
