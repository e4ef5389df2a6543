import type { Raster } from "../../raster/raster.ts";
import { emptyGrid, type Grid } from "../grid.ts";
import { resized } from "../tones.ts";

/** A picture in CIE Lab (D65) with how much of each pixel there is, 0 to 1. */
export interface LabPicture {
  width: number;
  height: number;
  /** L 0 to 100, a, b × pixels. */
  lab: Float32Array;
  alpha: Float32Array;
}

/** What is behind a picture's transparent parts, in linear light. */
const PAPER = 1;

const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

const curve = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);

/** The picture with its long edge at most `edgePx`, averaged in linear light. */
export function labOf(raster: Raster, edgePx: number): LabPicture {
  const share = Math.min(1, edgePx / Math.max(raster.width, raster.height));
  const width = Math.max(4, Math.round(raster.width * share));
  const height = Math.max(4, Math.round(raster.height * share));
  const [red, green, blue] = [0, 1, 2].map(
    (k) => resized(channel(raster, k), width, height).values,
  );
  const alpha = resized(channel(raster, 3), width, height).values;
  const lab = new Float32Array(3 * width * height);
  for (let i = 0; i < alpha.length; i++) {
    toLab(red![i]!, green![i]!, blue![i]!, lab, 3 * i);
  }
  return { width, height, lab, alpha };
}

/** Red, green or blue in linear light over white paper, or alpha (k = 3), 0 to 1. */
function channel({ width, height, rgba }: Raster, k: number): Grid {
  const grid = emptyGrid(width, height);
  for (let i = 0; i < grid.values.length; i++) {
    const alpha = rgba[4 * i + 3]! / 255;
    const light = k === 3 ? alpha : LINEAR[rgba[4 * i + k]!]! * alpha + PAPER * (1 - alpha);
    grid.values[i] = light;
  }
  return grid;
}

/** Linear sRGB to Lab (IEC 61966-2-1 primaries, D65 white). */
function toLab(r: number, g: number, b: number, to: Float32Array, at: number): void {
  const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  to[at] = 116 * y - 16;
  to[at + 1] = 500 * (x - y);
  to[at + 2] = 200 * (y - z);
}
