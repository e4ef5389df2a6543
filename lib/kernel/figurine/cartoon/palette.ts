import { difference, type Lab, labAt } from "./colour.ts";
import type { LabImage } from "./types.ts";

/** Pixels looked at to find the colours; more change nothing that is seen. */
const SAMPLES = 3000;
const ROUNDS = 8;

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The `count` colours that stand for a picture best, begun from seeded samples. */
export function findPalette(image: LabImage, count: number, random: () => number): Lab[] {
  const pixels = image.width * image.height;
  const samples = Array.from({ length: SAMPLES }, () =>
    labAt(image, Math.floor(random() * pixels)),
  );
  return coloursFor(samples, count);
}

/** The `count` colours that stand for samples best: k-means in Lab, begun far apart from the first sample. */
export function coloursFor(samples: readonly Lab[], count: number): Lab[] {
  if (samples.length === 0) return [];
  let palette = farApart(samples, Math.min(count, samples.length));
  for (let round = 0; round < ROUNDS; round++) palette = centresOf(samples, palette);
  return palette;
}

/** Colours each as far as can be from those before it. */
function farApart(samples: readonly Lab[], count: number): Lab[] {
  const chosen: Lab[] = [samples[0]!];
  const far = samples.map((sample) => difference(sample, samples[0]!));
  while (chosen.length < count) {
    const next = samples[far.indexOf(Math.max(...far))]!;
    chosen.push(next);
    samples.forEach((sample, i) => {
      far[i] = Math.min(far[i]!, difference(sample, next));
    });
  }
  return chosen;
}

function centresOf(samples: readonly Lab[], palette: readonly Lab[]): Lab[] {
  const sums = palette.map(() => [0, 0, 0, 0] as [number, number, number, number]);
  for (const sample of samples) {
    const sum = sums[nearestIn(palette, sample)]!;
    sum[0] += sample[0];
    sum[1] += sample[1];
    sum[2] += sample[2];
    sum[3] += 1;
  }
  return sums.map(([l, a, b, n], i): Lab => (n === 0 ? palette[i]! : [l / n, a / n, b / n]));
}

/** Index of the colour nearest to one. */
export function nearestIn(palette: readonly Lab[], colour: Lab): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < palette.length; i++) {
    const far = difference(palette[i]!, colour);
    if (far < least) [best, least] = [i, far];
  }
  return best;
}

/** The picture moved towards its palette by `share`, 0 to 1: flat areas as a cartoonist lays them. */
export function flattened(image: LabImage, palette: readonly Lab[], share: number): LabImage {
  const lab = new Float32Array(image.lab.length);
  for (let pixel = 0; pixel < image.width * image.height; pixel++) {
    const colour = labAt(image, pixel);
    const flat = palette[nearestIn(palette, colour)]!;
    for (let k = 0; k < 3; k++) lab[3 * pixel + k] = colour[k]! + (flat[k]! - colour[k]!) * share;
  }
  return { ...image, lab };
}
