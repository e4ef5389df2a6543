import type { LabPicture } from "./lab.ts";

/** Evidence a pixel has of its own: 0 background to 1 subject, and how much it counts. */
export interface Evidence {
  belief: Float32Array;
  weight: Float32Array;
}

const ROUNDS = 140;
const OVER_RELAXED = 1.85;
/** Neighbours as unlike as this hold together by 1/e. */
const LEAST_CONTRAST = 2.5;

/** How firmly each pixel holds to its right and lower neighbour, 0 to 1: by the contrast between them. */
function bondsOf({ width, height, lab }: LabPicture) {
  const right = new Float32Array(width * height);
  const below = new Float32Array(width * height);
  const contrast = (a: number, b: number) => {
    let sum = 0;
    for (let k = 0; k < 3; k++) sum += (lab[3 * a + k]! - lab[3 * b + k]!) ** 2;
    return sum;
  };
  let total = 0;
  let count = 0;
  for (let i = 0; i < width * height; i++) {
    if (i % width < width - 1) {
      right[i] = contrast(i, i + 1);
      total += right[i]!;
      count++;
    }
    if (i + width < width * height) {
      below[i] = contrast(i, i + width);
      total += below[i]!;
      count++;
    }
  }
  const scale = 1 / Math.max(LEAST_CONTRAST ** 2, 0.5 * (total / Math.max(1, count)));
  const bond = (value: number) => Math.exp(-value * scale) + 0.005;
  return { right: right.map(bond), below: below.map(bond) };
}

/**
 * Each pixel's belief settled with its neighbours': they agree except across edges of the picture. The minimum of a
 * sum of squares (Grady's random walker with priors), found by successive over-relaxation.
 */
export function spread(picture: LabPicture, { belief, weight }: Evidence): Float32Array {
  const { width, height } = picture;
  const { right, below } = bondsOf(picture);
  const settled = belief.slice();
  for (let round = 0; round < ROUNDS; round++) {
    for (let parity = 0; parity < 2; parity++) {
      for (let y = 0; y < height; y++) {
        for (let x = (y + parity) & 1; x < width; x += 2) {
          const i = y * width + x;
          let sum = weight[i]! * belief[i]!;
          let all = weight[i]!;
          if (x > 0) {
            sum += right[i - 1]! * settled[i - 1]!;
            all += right[i - 1]!;
          }
          if (x < width - 1) {
            sum += right[i]! * settled[i + 1]!;
            all += right[i]!;
          }
          if (y > 0) {
            sum += below[i - width]! * settled[i - width]!;
            all += below[i - width]!;
          }
          if (y < height - 1) {
            sum += below[i]! * settled[i + width]!;
            all += below[i]!;
          }
          settled[i]! += OVER_RELAXED * (sum / all - settled[i]!);
        }
      }
    }
  }
  return settled;
}
