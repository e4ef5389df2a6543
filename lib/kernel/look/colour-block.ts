import type { Crop } from "./crop.ts";
import { FRAME, type SubjectFrame } from "./subject.ts";

/** Steps of lightness of what has no colour. */
const GREYS = 6;
const HUES = 12;
const CHROMAS = 2;
const LIGHTS = 2;
export const COLOUR_BINS = GREYS + HUES * CHROMAS * LIGHTS;

/** OKLab chroma below which a colour is grey, and from which on it is none. */
const GREY_UP_TO = 0.018;
const COLOUR_FROM = 0.05;
/** Middles of the bins of chroma and of lightness. */
const CHROMA_MIDDLES = [0.07, 0.17] as const;
const LIGHT_MIDDLES = [0.4, 0.8] as const;

const within = (value: number) => Math.max(0, Math.min(1, value));
/** Where a value lies from the first middle (0) to the second (1). */
const between = (value: number, [first, second]: readonly [number, number]) =>
  within((value - first) / (second - first));

/** Shares a pixel's weight among the bins on both sides of its colour, so that a small change moves little. */
function put(bins: Float32Array, weight: number, l: number, a: number, b: number): void {
  const chroma = Math.hypot(a, b);
  const colourful = within((chroma - GREY_UP_TO) / (COLOUR_FROM - GREY_UP_TO));
  const grey = within(l) * (GREYS - 1);
  const low = Math.min(GREYS - 2, Math.floor(grey));
  bins[low]! += weight * (1 - colourful) * (1 - (grey - low));
  bins[low + 1]! += weight * (1 - colourful) * (grey - low);
  if (colourful === 0) return;
  const hue = ((Math.atan2(b, a) / (2 * Math.PI) + 1) % 1) * HUES;
  const first = Math.floor(hue);
  const strong = between(chroma, CHROMA_MIDDLES);
  const light = between(l, LIGHT_MIDDLES);
  for (let k = 0; k < 8; k++) {
    const h = k & 1 ? hue - first : 1 - (hue - first);
    const c = k & 2 ? strong : 1 - strong;
    const t = k & 4 ? light : 1 - light;
    const bin = ((first + (k & 1)) % HUES) * CHROMAS * LIGHTS + (k & 2 ? 1 : 0) * LIGHTS;
    bins[GREYS + bin + (k & 4 ? 1 : 0)]! += weight * colourful * h * c * t;
  }
}

/** How much of each colour a part of the subject has: shares, COLOUR_BINS of them. */
export function colourShares({ weight, lab }: SubjectFrame, crop: Crop): Float32Array {
  const bins = new Float32Array(COLOUR_BINS);
  for (let y = Math.floor(crop.top * FRAME); y < crop.bottom * FRAME; y++) {
    for (let x = Math.floor(crop.left * FRAME); x < crop.right * FRAME; x++) {
      const i = y * FRAME + x;
      if (weight[i]! > 0) put(bins, weight[i]!, lab[3 * i]!, lab[3 * i + 1]!, lab[3 * i + 2]!);
    }
  }
  const sum = bins.reduce((total, value) => total + value, 0);
  return sum > 0 ? bins.map((value) => value / sum) : bins;
}
