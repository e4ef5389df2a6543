import type { PictureMarks } from "./canvas.ts";

/** A part of a picture, as shares of its width and height from the top left. */
export interface Window {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Edge at which the face of a window is looked at, px. */
export const FACE_EDGE_PX = 640;
/** What a cartoon takes around the middle of the eyes: in eye distances to the sides, in distances to the mouth up and down. */
const REACH = { side: 2, up: 2.6, down: 3.3 };

/** The part of a photo a cartoon needs. `aspect` is the photo's width over its height. */
export function windowOf({ rightEye, leftEye, mouth }: PictureMarks, aspect: number): Window {
  const middle = [(rightEye[0] + leftEye[0]) / 2, (rightEye[1] + leftEye[1]) / 2] as const;
  const across = Math.hypot((leftEye[0] - rightEye[0]) * aspect, leftEye[1] - rightEye[1]);
  const down = Math.hypot((mouth[0] - middle[0]) * aspect, mouth[1] - middle[1]);
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  const [left, right] = [-1, 1].map((side) =>
    clamp(middle[0] + (side * REACH.side * across) / aspect),
  );
  const [top, foot] = [clamp(middle[1] - REACH.up * down), clamp(middle[1] + REACH.down * down)];
  return { x: left!, y: top, width: right! - left!, height: foot - top };
}

/** Marks of a photo as shares of one of its windows. */
export function withinWindow(
  { rightEye, leftEye, mouth }: PictureMarks,
  { x, y, width, height }: Window,
): PictureMarks {
  const at = ([u, v]: readonly [number, number]) => [(u - x) / width, (v - y) / height] as const;
  return { rightEye: at(rightEye), leftEye: at(leftEye), mouth: at(mouth) };
}
