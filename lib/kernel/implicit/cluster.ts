import type { Box, Vec3 } from "../mesh.ts";
import { smoothMin } from "./combine.ts";
import { boxAround, grownBox, type Shape } from "./shape.ts";

/** Rooms along each side of the grid that a cluster sorts its shapes into. */
const ROOMS = 14;
/** How far around a room shapes are known, mm beyond their fillet. */
const KNOWN_MM = 3;

const roomOf = (value: number, low: number, size: number) =>
  Math.min(ROOMS - 1, Math.max(0, Math.floor((value - low) / size)));

/** For each room, the shapes that may be the nearest there. */
function sortIn(shapes: readonly Shape[], { min }: Box, size: Vec3, reach: number): Shape[][] {
  const rooms: Shape[][] = Array.from({ length: ROOMS ** 3 }, () => []);
  for (const shape of shapes) {
    const near = grownBox(shape.box, reach);
    const [from, to] = [near.min, near.max].map((corner) =>
      corner.map((value, k) => roomOf(value, min[k]!, size[k]!)),
    );
    for (let k = from![2]!; k <= to![2]!; k++)
      for (let j = from![1]!; j <= to![1]!; j++)
        for (let i = from![0]!; i <= to![0]!; i++) rooms[(k * ROOMS + j) * ROOMS + i]!.push(shape);
  }
  return rooms;
}

/**
 * Very many small shapes as one, flowing into each other like `blend`: curls, petals. Each place asks only
 * the shapes near it; far away the distance is understated.
 */
export function cluster(widthMm: number, shapes: readonly Shape[]): Shape {
  const box = grownBox(boxAround(shapes.map((shape) => shape.box)), widthMm / 4);
  const side = (k: number) => (box.max[k]! - box.min[k]!) / ROOMS;
  const size: Vec3 = [side(0), side(1), side(2)];
  const rooms = sortIn(shapes, box, size, widthMm + KNOWN_MM);
  const { min } = box;
  return {
    distance: (x, y, z) => {
      const i = roomOf(x, min[0], size[0]);
      const j = roomOf(y, min[1], size[1]);
      const k = roomOf(z, min[2], size[2]);
      let so = KNOWN_MM + widthMm;
      for (const shape of rooms[(k * ROOMS + j) * ROOMS + i]!) {
        so = smoothMin(so, shape.distance(x, y, z), widthMm);
      }
      return so;
    },
    box,
  };
}
