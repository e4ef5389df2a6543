import type { Raster } from "../raster/raster.ts";
import { toLinear } from "./colour.ts";
import { EYE_AT, MOUTH_AT } from "./face.ts";
import { HEAD_HIGH, headPlace } from "./head.ts";
import type { Painter } from "./painter.ts";
import type { Colour } from "./parts.ts";
import type { Skeleton } from "./skeleton.ts";

/** Where features lie in a picture, as shares of its width and height from the top left. */
export interface FaceMarks {
  /** The person's right eye: on the left of the picture. */
  rightEye: readonly [number, number];
  leftEye: readonly [number, number];
  mouthY: number;
}

/** Colour of a picture at shares of its width and height, linear RGB and its alpha; bilinear. */
export function pixelAt({ width, height, rgba }: Raster, u: number, v: number) {
  const x = Math.min(width - 1, Math.max(0, u * width - 0.5));
  const y = Math.min(height - 1, Math.max(0, v * height - 0.5));
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [x1, y1] = [Math.min(width - 1, x0 + 1), Math.min(height - 1, y0 + 1)];
  const [fx, fy] = [x - x0, y - y0];
  const channel = (c: number) => {
    const at = (px: number, py: number) => rgba[(py * width + px) * 4 + c]! / 255;
    const top = at(x0, y0) * (1 - fx) + at(x1, y0) * fx;
    return top * (1 - fy) + (at(x0, y1) * (1 - fx) + at(x1, y1) * fx) * fy;
  };
  const linear = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return {
    rgb: [linear(channel(0)), linear(channel(1)), linear(channel(2))] as const,
    alpha: channel(3),
  };
}

const smooth = (low: number, high: number, x: number) => {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
};

/** Half widths of the part of the head a picture covers, in the head's frame. */
const REACH: readonly [number, number] = [13.5, 15.5];
const CENTRE_Z = 14;

/**
 * Paints a face from a picture, seen straight from the front: eyes and mouth of the picture come to where a
 * head has them, and the picture fades into the skin towards the sides. Places are in the figure's units.
 */
export function facePainter(s: Skeleton, raster: Raster, marks: FaceMarks, skin: Colour): Painter {
  const { origin, scale } = headPlace(s);
  const plain = toLinear(skin);
  const middle = (marks.rightEye[0] + marks.leftEye[0]) / 2;
  const eyesV = (marks.rightEye[1] + marks.leftEye[1]) / 2;
  const acrossPerUnit = (marks.leftEye[0] - marks.rightEye[0]) / (2 * EYE_AT[0]);
  const downPerUnit = (marks.mouthY - eyesV) / (EYE_AT[1] - MOUTH_AT[1]);
  return (px, py, pz) => {
    const x = (px - origin[0]) / scale;
    const y = (py - origin[1]) / scale;
    const z = (pz - origin[2]) / scale;
    const isOfHead = z > -3 && z < HEAD_HIGH + 3 && y < 2;
    if (!isOfHead) return plain;
    const far = Math.hypot(x / REACH[0], (z - CENTRE_Z) / REACH[1]);
    const { rgb, alpha } = pixelAt(
      raster,
      middle + x * acrossPerUnit,
      eyesV + (EYE_AT[1] - z) * downPerUnit,
    );
    const share = alpha * (1 - smooth(0.72, 1, far)) * (1 - smooth(-6, -1, y));
    return [0, 1, 2].map((k) => plain[k]! + (rgb[k]! - plain[k]!) * share) as unknown as readonly [
      number,
      number,
      number,
    ];
  };
}
