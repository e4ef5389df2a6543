import { type Hit, intersect } from "../bvh.ts";
import type { Part } from "../mesh.ts";
import { placeCamera, type View } from "./camera.ts";
import { type Geometry, prepareGeometry } from "./geometry.ts";

/** Which picture is meant. */
export interface PartMapStand {
  view: View;
  seed: number;
  widthPx: number;
  heightPx: number;
}

/** Which part of a piece each pixel of its picture shows. */
export interface PartMap {
  widthPx: number;
  heightPx: number;
  /** Index of the part × pixels, row by row from the top; NO_PART where the ground is seen. */
  partOf: Uint16Array;
}

/** The ground. */
export const NO_PART = 0xffff;

const FAR_MM = 1e9;

/** The parts of a piece as a picture with the same view, seed and aspect shows them: one ray through each pixel's middle. */
export function mapParts(parts: readonly Part[], stand: PartMapStand): PartMap {
  return mapGeometry(prepareGeometry(parts), stand);
}

/** The same of a piece that is ready for rays. */
export function mapGeometry(geometry: Geometry, stand: PartMapStand): PartMap {
  const { view, seed, widthPx, heightPx } = stand;
  const camera = placeCamera(geometry, view, seed, widthPx / heightPx);
  const { eye, forward, right, up, halfWidth, halfHeight } = camera;
  const partOf = new Uint16Array(widthPx * heightPx).fill(NO_PART);
  const hit: Hit = { t: 0, triangle: 0, u: 0, v: 0 };
  for (let i = 0; i < partOf.length; i++) {
    const across = (((i % widthPx) + 0.5) / widthPx) * 2 - 1;
    const upright = 1 - ((Math.floor(i / widthPx) + 0.5) / heightPx) * 2;
    const along = (k: 0 | 1 | 2) =>
      forward[k] + right[k] * across * halfWidth + up[k] * upright * halfHeight;
    const [dx, dy, dz] = [along(0), along(1), along(2)];
    if (!intersect(geometry.bvh, eye[0], eye[1], eye[2], dx, dy, dz, 0, FAR_MM, hit)) continue;
    partOf[i] = geometry.partOf[hit.triangle]!;
  }
  return { widthPx, heightPx, partOf };
}
