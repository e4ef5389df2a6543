import type { Vec3 } from "../mesh.ts";
import type { Shot } from "./shot.ts";

/** Pixels from `left` to before `right`, and from `top` to before `bottom`. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How far beyond its sharp mirror image the floor may blur the piece, as a part of the picture's longer edge. */
const BLUR = 0.05;
/** Filter and rounding, px. */
const MARGIN_PX = 2;

function cornersOf({ geometry: { box }, floorZ }: Shot): Vec3[] {
  const { min, max } = box;
  return [min[0], max[0]].flatMap((x) =>
    [min[1], max[1]].flatMap((y) =>
      [min[2], max[2]].flatMap((z): Vec3[] => [
        [x, y, z],
        [x, y, 2 * floorZ - z],
      ]),
    ),
  );
}

/** Where the piece and its image in the floor can be seen: beyond lies the smooth backdrop alone. */
export function pictureReach(shot: Shot): PixelBox {
  const { camera, widthPx, heightPx } = shot;
  const { eye, forward, right, up, halfWidth, halfHeight } = camera;
  const reach = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const corner of cornersOf(shot)) {
    const to = corner.map((value, k) => value - eye[k]!) as unknown as Vec3;
    const along = (axis: Vec3) => axis[0] * to[0] + axis[1] * to[1] + axis[2] * to[2];
    const ahead = along(forward);
    // A corner beside the lens or behind it can be anywhere in the picture.
    if (ahead < 1e-3) return { left: 0, top: 0, right: widthPx, bottom: heightPx };
    const x = (0.5 + along(right) / (2 * halfWidth * ahead)) * widthPx;
    const y = (0.5 - along(up) / (2 * halfHeight * ahead)) * heightPx;
    reach.left = Math.min(reach.left, x);
    reach.right = Math.max(reach.right, x);
    reach.top = Math.min(reach.top, y);
    reach.bottom = Math.max(reach.bottom, y);
  }
  const margin = BLUR * Math.max(widthPx, heightPx) + MARGIN_PX;
  return {
    left: reach.left - margin,
    top: reach.top - margin,
    right: reach.right + margin,
    bottom: reach.bottom + margin,
  };
}
