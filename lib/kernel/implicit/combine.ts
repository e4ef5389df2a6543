import type { Box, Vec3 } from "../mesh.ts";
import {
  boxAround,
  type Distance,
  distanceToBox,
  grownBox,
  type Shape,
  sharedBox,
} from "./shape.ts";

/** The smaller of two distances with a fillet about `widthMm` wide where they are alike. */
export function smoothMin(a: number, b: number, widthMm: number): number {
  const overlap = Math.max(widthMm - Math.abs(a - b), 0) / widthMm;
  return Math.min(a, b) - overlap * overlap * widthMm * 0.25;
}

/** All shapes as one, with crisp valleys. A shape far from the point is not asked. */
export function join(shapes: readonly Shape[]): Shape {
  const box = boxAround(shapes.map((shape) => shape.box));
  return {
    distance: (x, y, z) => {
      let least = Number.POSITIVE_INFINITY;
      for (const shape of shapes) {
        if (distanceToBox(shape.box, x, y, z) >= least) continue;
        const here = shape.distance(x, y, z);
        if (here < least) least = here;
      }
      return least;
    },
    box,
  };
}

/** All shapes as one, flowing into each other by fillets about `widthMm` wide, in the order given. */
export function blend(widthMm: number, shapes: readonly Shape[]): Shape {
  const box = grownBox(boxAround(shapes.map((shape) => shape.box)), widthMm / 4);
  return {
    distance: (x, y, z) => {
      let so = Number.POSITIVE_INFINITY;
      for (const shape of shapes) {
        // Farther than the fillet reaches, a shape changes nothing.
        if (distanceToBox(shape.box, x, y, z) > so + widthMm) continue;
        const here = shape.distance(x, y, z);
        so = so === Number.POSITIVE_INFINITY ? here : smoothMin(so, here, widthMm);
      }
      return so;
    },
    box,
  };
}

/** `from` without the other shapes; the new edge is rounded about `widthMm` wide, 0 leaves it crisp. */
export function cut(from: Shape, away: readonly Shape[], widthMm = 0): Shape {
  const distances = away.map((shape) => shape.distance);
  return {
    distance: (x, y, z) => {
      let so = from.distance(x, y, z);
      for (const other of distances) {
        const outside = -other(x, y, z);
        so = widthMm > 0 ? -smoothMin(-so, -outside, widthMm) : Math.max(so, outside);
      }
      return so;
    },
    box: from.box,
  };
}

/** What both shapes share; the new edge is rounded about `widthMm` wide, 0 leaves it crisp. */
export function common(a: Shape, b: Shape, widthMm = 0): Shape {
  return {
    distance: (x, y, z) => {
      const inA = a.distance(x, y, z);
      const inB = b.distance(x, y, z);
      return widthMm > 0 ? -smoothMin(-inA, -inB, widthMm) : Math.max(inA, inB);
    },
    box: sharedBox(a.box, b.box),
  };
}

/** The shape with its skin moved outwards by `byMm`; negative values move it inwards. */
export const grown = ({ distance, box }: Shape, byMm: number): Shape => ({
  distance: (x, y, z) => distance(x, y, z) - byMm,
  box: grownBox(box, Math.max(0, byMm)),
});

/** The shape with a skin raised by `heightAt` (0 to `reachMm`), for folds, strands and curls. */
export const raised = ({ distance, box }: Shape, reachMm: number, heightAt: Distance): Shape => ({
  distance: (x, y, z) => {
    const here = distance(x, y, z);
    return here > 2 * reachMm ? here - reachMm : here - heightAt(x, y, z);
  },
  box: grownBox(box, reachMm),
});

/** The half space on the side of `at` that `normal` (unit length) points away from. */
export function halfSpace(at: Vec3, normal: Vec3): Shape {
  const [nx, ny, nz] = normal;
  const level = at[0] * nx + at[1] * ny + at[2] * nz;
  return {
    distance: (x, y, z) => x * nx + y * ny + z * nz - level,
    box: { min: [-1e6, -1e6, -1e6], max: [1e6, 1e6, 1e6] },
  };
}

/** The shape and its mirror image across the plane x = 0, joined crisply. */
export function bothSides(shape: Shape): Shape {
  return join([shape, mirrored(shape)]);
}

/** The shape's mirror image across the plane x = 0. */
export const mirrored = ({ distance, box }: Shape): Shape => ({
  distance: (x, y, z) => distance(-x, y, z),
  box: {
    min: [-box.max[0], box.min[1], box.min[2]],
    max: [-box.min[0], box.max[1], box.max[2]],
  },
});

/** Where a shape's own axes point, unit and at right angles, and where its origin lies. */
export interface Pose {
  origin: Vec3;
  x: Vec3;
  y: Vec3;
  z: Vec3;
}

function posedBox({ min, max }: Box, { origin, x, y, z }: Pose): Box {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((bits): Box => {
    const u = bits & 1 ? max[0] : min[0];
    const v = bits & 2 ? max[1] : min[1];
    const w = bits & 4 ? max[2] : min[2];
    const at: Vec3 = [
      origin[0] + u * x[0] + v * y[0] + w * z[0],
      origin[1] + u * x[1] + v * y[1] + w * z[1],
      origin[2] + u * x[2] + v * y[2] + w * z[2],
    ];
    return { min: at, max: at };
  });
  return boxAround(corners);
}

/** A shape made around the origin, moved and turned into a pose. */
export function posed({ distance, box }: Shape, pose: Pose): Shape {
  const { origin, x: ex, y: ey, z: ez } = pose;
  return {
    distance: (px, py, pz) => {
      const dx = px - origin[0];
      const dy = py - origin[1];
      const dz = pz - origin[2];
      return distance(
        dx * ex[0] + dy * ex[1] + dz * ex[2],
        dx * ey[0] + dy * ey[1] + dz * ey[2],
        dx * ez[0] + dy * ez[1] + dz * ez[2],
      );
    },
    box: posedBox(box, pose),
  };
}

/** A shape made around the origin, `scale` times as large and moved to `origin`. */
export const placed = ({ distance, box }: Shape, origin: Vec3, scale = 1): Shape => {
  const [ox, oy, oz] = origin;
  const corner = (at: Vec3): Vec3 => [ox + at[0] * scale, oy + at[1] * scale, oz + at[2] * scale];
  return {
    distance: (x, y, z) => scale * distance((x - ox) / scale, (y - oy) / scale, (z - oz) / scale),
    box: { min: corner(box.min), max: corner(box.max) },
  };
};
