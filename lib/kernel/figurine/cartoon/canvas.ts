import { EYE_AT, MOUTH_AT } from "../face.ts";
import type { FaceMarks } from "../face-picture.ts";
import type { LabImage } from "./types.ts";

/**
 * Cartoons are drawn on a square in the head's own frame (see head.ts), so that what is drawn is where it comes to
 * lie: x from −24 to 24, z from 38 down to −10.
 */
export const CANVAS_PX = 384;
const UNITS = 48;
const LEFT_X = -24;
const TOP_Z = 38;
/** Pixels to a unit of the head's frame. */
export const SCALE = CANVAS_PX / UNITS;

export const toPx = (x: number) => (x - LEFT_X) * SCALE;
export const toPy = (z: number) => (TOP_Z - z) * SCALE;
export const toX = (px: number) => LEFT_X + (px + 0.5) / SCALE;
export const toZ = (py: number) => TOP_Z - (py + 0.5) / SCALE;

/** Where a canvas has eyes and mouth, as shares of its sides. */
export const CANVAS_MARKS: FaceMarks = {
  rightEye: [toPx(-EYE_AT[0]) / CANVAS_PX, toPy(EYE_AT[1]) / CANVAS_PX],
  leftEye: [toPx(EYE_AT[0]) / CANVAS_PX, toPy(EYE_AT[1]) / CANVAS_PX],
  mouthY: toPy(MOUTH_AT[1]) / CANVAS_PX,
};

/** Marks of a picture, each as shares of its width and height from the top left. */
export interface PictureMarks {
  rightEye: readonly [number, number];
  leftEye: readonly [number, number];
  mouth: readonly [number, number];
}

/**
 * A picture laid onto the canvas: its eyes level and, like its mouth, where a head has them. Width and height are
 * stretched apart, which gives the large eyes and the short chin of a cartoon. Edges are continued outwards.
 */
export function ontoCanvas(image: LabImage, marks: PictureMarks): LabImage {
  const { width, height } = image;
  const at = ([u, v]: readonly [number, number]) => [u * width, v * height] as const;
  const [right, left, mouth] = [at(marks.rightEye), at(marks.leftEye), at(marks.mouth)];
  const middle = [(right[0] + left[0]) / 2, (right[1] + left[1]) / 2] as const;
  const across = [
    (left[0] - right[0]) / (2 * EYE_AT[0]),
    (left[1] - right[1]) / (2 * EYE_AT[0]),
  ] as const;
  const units = EYE_AT[1] - MOUTH_AT[1];
  const down = [(mouth[0] - middle[0]) / units, (mouth[1] - middle[1]) / units] as const;
  const lab = new Float32Array(3 * CANVAS_PX * CANVAS_PX);
  for (let py = 0; py < CANVAS_PX; py++)
    for (let px = 0; px < CANVAS_PX; px++) {
      const [x, z] = [toX(px), EYE_AT[1] - toZ(py)];
      const sx = middle[0] + x * across[0] + z * down[0];
      const sy = middle[1] + x * across[1] + z * down[1];
      sampleInto(image, sx - 0.5, sy - 0.5, lab, 3 * (py * CANVAS_PX + px));
    }
  return { width: CANVAS_PX, height: CANVAS_PX, lab };
}

/** The colour at a place of an image, bilinear, written at `at`. */
export function sampleInto(
  { width, height, lab }: LabImage,
  x: number,
  y: number,
  to: Float32Array,
  at: number,
): void {
  const [cx, cy] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  const [x0, y0] = [Math.floor(cx), Math.floor(cy)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [fx, fy] = [cx - x0, cy - y0];
  for (let k = 0; k < 3; k++) {
    const value = (px: number, py: number) => lab[3 * (py * width + px) + k]!;
    const top = value(x0, y0) * (1 - fx) + value(x1, y0) * fx;
    to[at + k] = top * (1 - fy) + (value(x0, y1) * (1 - fx) + value(x1, y1) * fx) * fy;
  }
}

/** Pixels of a box of the head's frame. */
export function pixelsIn(left: number, right: number, low: number, high: number): number[] {
  const clamp = (value: number) => Math.min(CANVAS_PX - 1, Math.max(0, Math.round(value)));
  const pixels: number[] = [];
  for (let py = clamp(toPy(high)); py <= clamp(toPy(low)); py++)
    for (let px = clamp(toPx(left)); px <= clamp(toPx(right)); px++)
      pixels.push(py * CANVAS_PX + px);
  return pixels;
}
