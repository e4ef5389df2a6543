import type { LabImage } from "./types.ts";

/** B3 spline, the scaling function of the à trous transform. */
const TAPS = [1 / 16, 1 / 4, 3 / 8, 1 / 4, 1 / 16] as const;

/**
 * The picture with shading and grain smoothed and edges kept: an edge-avoiding à trous transform (Dammertz et al.
 * 2010) of `levels` levels; `keep` is the difference, ΔE, that counts as an edge.
 */
export function smoothKeepingEdges(image: LabImage, levels: number, keep: number): LabImage {
  let smoothed = image;
  for (let level = 0; level < levels; level++) {
    smoothed = smoothOnce(smoothed, 1 << level, keep / (1 + 0.5 * level));
  }
  return smoothed;
}

function smoothOnce({ width, height, lab }: LabImage, step: number, keep: number): LabImage {
  const out = new Float32Array(lab.length);
  const falloff = 1 / (keep * keep);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 3 * (y * width + x);
      const [l, a, b] = [lab[at]!, lab[at + 1]!, lab[at + 2]!];
      let [sum, sumL, sumA, sumB] = [0, 0, 0, 0];
      for (let j = -2; j <= 2; j++) {
        const row = Math.min(height - 1, Math.max(0, y + j * step)) * width;
        for (let i = -2; i <= 2; i++) {
          const from = 3 * (row + Math.min(width - 1, Math.max(0, x + i * step)));
          const [dl, da, db] = [lab[from]! - l, lab[from + 1]! - a, lab[from + 2]! - b];
          const far = (dl * dl + da * da + db * db) * falloff;
          const weight = (TAPS[i + 2]! * TAPS[j + 2]!) / (1 + far * far);
          sum += weight;
          sumL += weight * lab[from]!;
          sumA += weight * lab[from + 1]!;
          sumB += weight * lab[from + 2]!;
        }
      }
      out[at] = sumL / sum;
      out[at + 1] = sumA / sum;
      out[at + 2] = sumB / sum;
    }
  return { width, height, lab: out };
}

/** Values averaged over squares of `2 × radius + 1` px, edges repeated. */
export function boxBlur(values: Float32Array, width: number, height: number, radius: number) {
  if (radius < 1) return values;
  return blurLines(blurLines(values, width, height, radius, 1), width, height, radius, width);
}

/** Running sums along rows (`stride` 1) or columns (`stride` the width). */
function blurLines(
  values: Float32Array,
  width: number,
  height: number,
  radius: number,
  stride: number,
): Float32Array {
  const out = new Float32Array(values.length);
  const [length, lines] = stride === 1 ? [width, height] : [height, width];
  const across = stride === 1 ? width : 1;
  for (let line = 0; line < lines; line++) {
    const start = line * across;
    const value = (i: number) => values[start + Math.min(length - 1, Math.max(0, i)) * stride]!;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += value(i);
    for (let i = 0; i < length; i++) {
      out[start + i * stride] = sum / (2 * radius + 1);
      sum += value(i + radius + 1) - value(i - radius);
    }
  }
  return out;
}
