import type { Vec3 } from "../mesh.ts";
import { boxAround, grownBox, type Shape } from "./shape.ts";

const TINY_MM = 1e-9;

/** A ball. */
export function ball([cx, cy, cz]: Vec3, radiusMm: number): Shape {
  return {
    distance: (x, y, z) => {
      const dx = x - cx;
      const dy = y - cy;
      const dz = z - cz;
      return Math.sqrt(dx * dx + dy * dy + dz * dz) - radiusMm;
    },
    box: grownBox({ min: [cx, cy, cz], max: [cx, cy, cz] }, radiusMm),
  };
}

/** An ellipsoid with its axes along x, y, z; the distance is exact on the axes and first-order elsewhere. */
export function ellipsoid([cx, cy, cz]: Vec3, [rx, ry, rz]: Vec3): Shape {
  const least = Math.min(rx, ry, rz);
  const [ix, iy, iz] = [1 / rx, 1 / ry, 1 / rz];
  return {
    distance: (px, py, pz) => {
      const x = (px - cx) * ix;
      const y = (py - cy) * iy;
      const z = (pz - cz) * iz;
      const unit = Math.sqrt(x * x + y * y + z * z);
      const slope = Math.sqrt(x * x * ix * ix + y * y * iy * iy + z * z * iz * iz);
      return slope < TINY_MM ? -least : (unit * (unit - 1)) / slope;
    },
    box: { min: [cx - rx, cy - ry, cz - rz], max: [cx + rx, cy + ry, cz + rz] },
  };
}

/** A rounded limb from `a` to `b`, its radius growing evenly from `radiusA` to `radiusB`, mm. */
export function limb(a: Vec3, b: Vec3, radiusA: number, radiusB = radiusA): Shape {
  const [ax, ay, az] = a;
  const ux = b[0] - ax;
  const uy = b[1] - ay;
  const uz = b[2] - az;
  const square = Math.max(TINY_MM, ux * ux + uy * uy + uz * uz);
  const grow = radiusB - radiusA;
  return {
    distance: (x, y, z) => {
      const px = x - ax;
      const py = y - ay;
      const pz = z - az;
      const t = Math.min(1, Math.max(0, (px * ux + py * uy + pz * uz) / square));
      const dx = px - t * ux;
      const dy = py - t * uy;
      const dz = pz - t * uz;
      return Math.sqrt(dx * dx + dy * dy + dz * dz) - radiusA - grow * t;
    },
    box: boxAround([grownBox({ min: a, max: a }, radiusA), grownBox({ min: b, max: b }, radiusB)]),
  };
}

/** A box of half sizes `half` around `centre`, its edges rounded by `roundMm` within those sizes. */
export function roundedBox([cx, cy, cz]: Vec3, half: Vec3, roundMm: number): Shape {
  const round = Math.min(roundMm, half[0], half[1], half[2]);
  const [hx, hy, hz] = [half[0] - round, half[1] - round, half[2] - round];
  return {
    distance: (x, y, z) => {
      const dx = Math.abs(x - cx) - hx;
      const dy = Math.abs(y - cy) - hy;
      const dz = Math.abs(z - cz) - hz;
      const ox = Math.max(dx, 0);
      const oy = Math.max(dy, 0);
      const oz = Math.max(dz, 0);
      const outside = Math.sqrt(ox * ox + oy * oy + oz * oz);
      return outside + Math.min(Math.max(dx, dy, dz), 0) - round;
    },
    box: {
      min: [cx - half[0], cy - half[1], cz - half[2]],
      max: [cx + half[0], cy + half[1], cz + half[2]],
    },
  };
}

/** A ring around the z axis through `centre`: `radiusMm` to the middle of its wire of radius `wireMm`. */
export function torus([cx, cy, cz]: Vec3, radiusMm: number, wireMm: number): Shape {
  const reach = radiusMm + wireMm;
  return {
    distance: (x, y, z) => {
      const dx = x - cx;
      const dy = y - cy;
      const dz = z - cz;
      const across = Math.sqrt(dx * dx + dy * dy) - radiusMm;
      return Math.sqrt(across * across + dz * dz) - wireMm;
    },
    box: {
      min: [cx - reach, cy - reach, cz - wireMm],
      max: [cx + reach, cy + reach, cz + wireMm],
    },
  };
}

/** An upright cylinder from `lowMm` to `highMm` with edges rounded by `roundMm`. */
export function drum(
  [cx, cy]: readonly [number, number],
  radiusMm: number,
  lowMm: number,
  highMm: number,
  roundMm: number,
): Shape {
  const middle = (lowMm + highMm) / 2;
  const half = (highMm - lowMm) / 2 - roundMm;
  const inner = radiusMm - roundMm;
  return {
    distance: (x, y, z) => {
      const across = Math.sqrt((x - cx) ** 2 + (y - cy) ** 2) - inner;
      const along = Math.abs(z - middle) - half;
      const a = Math.max(across, 0);
      const b = Math.max(along, 0);
      return Math.sqrt(a * a + b * b) + Math.min(Math.max(across, along), 0) - roundMm;
    },
    box: {
      min: [cx - radiusMm, cy - radiusMm, lowMm],
      max: [cx + radiusMm, cy + radiusMm, highMm],
    },
  };
}

/**
 * An upright plate from `lowMm` to `highMm` around the line from `a` to `b`, as wide as radius `radiusA`
 * at `a` and `radiusB` at `b`, its edges rounded by `roundMm`: the sole of a shoe, a board.
 */
export function pad(
  [a, b]: readonly [readonly [number, number], readonly [number, number]],
  [radiusA, radiusB]: readonly [number, number],
  [lowMm, highMm]: readonly [number, number],
  roundMm: number,
): Shape {
  const flat = limb([a[0], a[1], 0], [b[0], b[1], 0], radiusA - roundMm, radiusB - roundMm);
  const middle = (lowMm + highMm) / 2;
  const half = (highMm - lowMm) / 2 - roundMm;
  const { min, max } = grownBox(flat.box, roundMm);
  return {
    distance: (x, y, z) => {
      const across = flat.distance(x, y, 0);
      const along = Math.abs(z - middle) - half;
      const u = Math.max(across, 0);
      const v = Math.max(along, 0);
      return Math.sqrt(u * u + v * v) + Math.min(Math.max(across, along), 0) - roundMm;
    },
    box: { min: [min[0], min[1], lowMm], max: [max[0], max[1], highMm] },
  };
}

/** A turned solid: `radiusAt` gives the radius at each height from `lowMm` to `highMm`, at most `reachMm`. */
export function turned(
  [cx, cy]: readonly [number, number],
  [lowMm, highMm]: readonly [number, number],
  reachMm: number,
  radiusAt: (z: number, x: number, y: number) => number,
): Shape {
  return {
    distance: (px, py, z) => {
      const x = px - cx;
      const y = py - cy;
      const inRange = Math.min(highMm, Math.max(lowMm, z));
      const across = Math.sqrt(x * x + y * y) - radiusAt(inRange, x, y);
      // Slanted walls are nearer than straight across; 0.8 is the cosine of the steepest used.
      return Math.max(across * 0.8, z - highMm, lowMm - z);
    },
    box: { min: [cx - reachMm, cy - reachMm, lowMm], max: [cx + reachMm, cy + reachMm, highMm] },
  };
}

/** A hanging or standing cloth: where its middle lies, how wide it is and how thick. */
export interface Sheet {
  lowMm: number;
  highMm: number;
  /** Half its width at a height, at most `reachMm`. */
  halfWidthAt: (z: number) => number;
  reachMm: number;
  /** y of its middle at (x, z), within `depthMm`. */
  depthAt: (x: number, z: number) => number;
  depthMm: readonly [number, number];
  thickMm: number;
}

/** A cloth as a plate of even thickness with rounded edges: a cape, a veil, an apron. */
export function sheet(cloth: Sheet): Shape {
  const { lowMm, highMm, halfWidthAt, reachMm, depthAt, depthMm, thickMm } = cloth;
  const half = thickMm / 2;
  return {
    distance: (x, y, z) => {
      const inZ = Math.min(highMm, Math.max(lowMm, z));
      const inX = Math.min(reachMm, Math.max(-reachMm, x));
      const through = Math.abs(y - depthAt(inX, inZ)) * 0.85;
      const wide = Math.max(
        Math.abs(x) - halfWidthAt(inZ) + half,
        z - highMm + half,
        lowMm + half - z,
      );
      const u = Math.max(wide, 0);
      return Math.sqrt(u * u + through * through) - half;
    },
    box: { min: [-reachMm, depthMm[0] - half, lowMm], max: [reachMm, depthMm[1] + half, highMm] },
  };
}
