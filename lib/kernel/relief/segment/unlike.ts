import { quantile } from "../grid.ts";
import type { Background } from "./background.ts";
import type { LabPicture } from "./lab.ts";

/** How unlike the background each pixel is, and from where on it is subject. */
export interface Unlikeness {
  values: Float32Array;
  threshold: number;
  /** Typical value on the border. */
  noise: number;
  /** Whether colour tells the subject: lightness may then be shadow. */
  isColourful: boolean;
}

/** Weight of a pixel that is darker than the background by lightness alone, as a shadow is. */
const SHADOW_WEIGHT = 0.3;
/** Deviations of the border's scatter that count as one unit, at least, Lab units. */
const LEAST_LIGHT = 1;
const LEAST_COLOUR = 0.8;

/** Squared distance of a pixel to a background colour; darker by lightness alone counts less where shadows may be. */
function distance2(
  lab: Float32Array,
  at: number,
  [l, a, b]: readonly [number, number, number],
  shadow: number,
): number {
  const dl = lab[at]! - l;
  const da = lab[at + 1]! - a;
  const db = lab[at + 2]! - b;
  const weight = dl < 0 ? shadow : 1;
  return weight * weight * dl * dl + 1.4 * (da * da + db * db);
}

function measure(picture: LabPicture, { fitted, colours }: Background, shadow: number) {
  const { lab, alpha } = picture;
  const values = new Float32Array(alpha.length);
  for (let i = 0; i < alpha.length; i++) {
    const at = 3 * i;
    const smooth = [fitted[at]!, fitted[at + 1]!, fitted[at + 2]!] as const;
    let least = distance2(lab, at, smooth, shadow);
    for (const colour of colours) least = Math.min(least, distance2(lab, at, colour, shadow));
    values[i] = Math.sqrt(least);
  }
  return values;
}

/** The threshold that parts the values best into two classes (Otsu's), in steps of half a unit. */
export function otsu(values: Float32Array): number {
  const bins = new Float64Array(160);
  for (const value of values) bins[Math.min(159, Math.floor(value * 2))]!++;
  const total = values.length;
  const sum = bins.reduce((all, count, i) => all + count * i, 0);
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let threshold = 8;
  for (let i = 0; i < 159; i++) {
    below += bins[i]!;
    sumBelow += bins[i]! * i;
    if (below === 0 || below === total) continue;
    const between = sumBelow / below - (sum - sumBelow) / (total - below);
    const spread = below * (total - below) * between * between;
    if (spread > best) {
      best = spread;
      threshold = (i + 1) / 2;
    }
  }
  return threshold;
}

/** From this distance by colour alone on, colour tells the subject and lightness may be shadow. */
const COLOURFUL = 16;
/** … where at least this share of the picture is that colourful. */
const COLOURFUL_SHARE = 0.03;

/**
 * How unlike the background each pixel is. Where the subject differs in colour, what is only darker counts little (a
 * shadow); where it does not (white on white, grey on grey), lightness counts in full.
 */
export function unlikeness(
  picture: LabPicture,
  background: Background,
  border: readonly number[],
): Unlikeness {
  const byColour = measure(picture, background, 0.05);
  const colourful = byColour.reduce((count, value) => count + (value > COLOURFUL ? 1 : 0), 0);
  const isColourful = colourful > COLOURFUL_SHARE * byColour.length;
  const values = measure(picture, background, isColourful ? SHADOW_WEIGHT : 1);
  const { light, colour } = background.noise;
  const noise = quantile(
    Float32Array.from(border, (pixel) => values[pixel]!),
    0.8,
  );
  const unit = Math.max(LEAST_LIGHT, light) + Math.max(LEAST_COLOUR, colour);
  const parted = otsu(values);
  // Between what the border scatters and where the two classes part best: near the latter where colour is clear.
  const near = isColourful ? 0.42 * parted : 0;
  const least = Math.max(2.4 * noise, 1.5 * unit, near);
  const threshold = Math.max(1.1 * unit, Math.min(0.55 * parted, least));
  return { values, threshold, noise, isColourful };
}
