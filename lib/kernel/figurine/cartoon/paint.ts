import { CANVAS_PX, pixelsIn, SCALE, toX, toZ } from "./canvas.ts";
import type { Lab } from "./colour.ts";
import type { LabImage } from "./types.ts";

/** How far inside a form a point of the head's frame is, in its units; below 0 outside. */
export type Inside = (x: number, z: number) => number;

export const ovalAt =
  (cx: number, cz: number, rx: number, rz: number): Inside =>
  (x, z) =>
    (1 - Math.hypot((x - cx) / rx, (z - cz) / rz)) * Math.min(rx, rz);

/** A curved line of half width `half`, thinner towards its ends, as an arc over x from `left` to `right`. */
export const arcAt =
  (
    left: number,
    right: number,
    height: (t: number) => number,
    half: (t: number) => number,
  ): Inside =>
  (x, z) => {
    const t = Math.min(1, Math.max(0, (x - left) / (right - left)));
    const across = Math.min(x - left, right - x);
    return Math.min(across, half(t) - Math.abs(z - height(t)));
  };

/** What lies below one curve and above another, both over x from `left` to `right`. */
export const betweenArcs =
  (
    left: number,
    right: number,
    upper: (t: number) => number,
    lower: (t: number) => number,
  ): Inside =>
  (x, z) => {
    const t = Math.min(1, Math.max(0, (x - left) / (right - left)));
    return Math.min(x - left, right - x, upper(t) - z, z - lower(t));
  };

/** What lies in both of two forms. */
export const overlap =
  (one: Inside, other: Inside): Inside =>
  (x, z) =>
    Math.min(one(x, z), other(x, z));

/** Pixels of the part of the canvas where a face has its features, and of all of it. */
const FACE = pixelsIn(-15, 15, -1, 29);
const CANVAS = Array.from({ length: CANVAS_PX * CANVAS_PX }, (_, pixel) => pixel);

interface Brush {
  /** Width of the edge, in units. */
  soft?: number;
  /** Of the colour that covers, 0 to 1. */
  share?: number;
  /** Where it may paint; the face unless it is said otherwise. */
  area?: "face" | "canvas";
}

/** Lays a colour onto a canvas where a form is. */
export function paintOn(
  image: LabImage,
  inside: Inside,
  colour: Lab,
  { soft = 1 / SCALE, share = 1, area = "face" }: Brush = {},
): void {
  const { lab } = image;
  for (const pixel of area === "face" ? FACE : CANVAS) {
    const [px, py] = [pixel % CANVAS_PX, Math.floor(pixel / CANVAS_PX)];
    const cover = share * Math.min(1, Math.max(0, 0.5 + inside(toX(px), toZ(py)) / soft));
    if (cover === 0) continue;
    const at = 3 * pixel;
    for (let k = 0; k < 3; k++) lab[at + k]! += (colour[k]! - lab[at + k]!) * cover;
  }
}
