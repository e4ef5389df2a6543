import type { Raster } from "../../raster/raster.ts";
import { greyOf } from "../../relief/tones.ts";

/** What a crop of a photo is like before anything is drawn of it. */
export interface CropMeasures {
  /** Mean grey, 0 black to 1 white. */
  brightness: number;
  /** Standard deviation of the grey, 0 to 0.5. */
  contrast: number;
  /** Mean size of the steps between neighbours where there are edges, as a share of the contrast; low is blurred. */
  sharpness: number;
}

/** Measures a crop of any size; a long edge of about 320 px gives comparable sharpness. Pure. */
export function measureCrop(crop: Raster): CropMeasures {
  const { values, width, height } = greyOf(crop);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const contrast = Math.sqrt(variance);
  return {
    brightness: mean,
    contrast,
    sharpness: sharpestSteps(values, width, height) / Math.max(0.02, contrast),
  };
}

/** Mean of the steepest hundredth of the second differences: a blurred picture has no steep ones. */
function sharpestSteps(values: Float32Array, width: number, height: number): number {
  const steps = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const around = values[i - 1]! + values[i + 1]! + values[i - width]! + values[i + width]!;
      steps[i] = Math.abs(4 * values[i]! - around);
    }
  steps.sort();
  const steepest = steps.subarray(Math.floor(steps.length * 0.99));
  return steepest.reduce((sum, step) => sum + step, 0) / Math.max(1, steepest.length);
}

/** Different greys of 256 that a thousandth of the pixels have; of a picture that was not made smaller. */
export function countTones(picture: Raster): number {
  const { values } = greyOf(picture);
  const counts = new Uint32Array(256);
  for (const value of values) counts[Math.min(255, Math.round(value * 255))]! += 1;
  const least = values.length / 1000;
  return counts.reduce((sum, count) => sum + (count >= least ? 1 : 0), 0);
}
