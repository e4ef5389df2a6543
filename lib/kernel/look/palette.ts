import { toOklab } from "./oklab.ts";

/** A colour of a picture and how much of it there is. */
export interface Swatch {
  /** OKLab: L 0 to 1, a and b about −0.4 to 0.4. */
  lab: readonly [l: number, a: number, b: number];
  /** sRGB `#rrggbb`. */
  hex: string;
  /** Part of what was looked at, 0 to 1. */
  share: number;
}

/** Pixels of sRGB, rgb × pixels. */
export type Pixels = Uint8Array;

const MOST_COLOURS = 7;
const ROUNDS = 8;
/** OKLab distance below which two colours are one. */
const SAME = 0.07;
/** What is rarer is noise. */
const LEAST_SHARE = 0.015;

/** The main colours, the most frequent first; the same pixels give the same colours. Empty without pixels. */
export function paletteOf(pixels: Pixels): Swatch[] {
  const count = pixels.length / 3;
  if (count === 0) return [];
  const labs = new Float32Array(pixels.length);
  for (let i = 0; i < count; i++)
    toOklab(pixels[3 * i]!, pixels[3 * i + 1]!, pixels[3 * i + 2]!, labs, 3 * i);
  let centres = farApart(labs);
  for (let round = 0; round < ROUNDS; round++) centres = means(labs, centres);
  const groups = joined(grouped(labs, pixels, centres));
  return groups
    .map(({ lab, rgb, n }) => ({ lab, hex: hexOf(rgb), share: n / count }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share);
}

type Lab = readonly [number, number, number];

const labAt = (labs: Float32Array, i: number): Lab => [
  labs[3 * i]!,
  labs[3 * i + 1]!,
  labs[3 * i + 2]!,
];

/** OKLab distance in which hue counts more than light: a lit and a shaded gold are one metal. */
export function colourDistance(a: Lab, b: Lab): number {
  return Math.hypot(0.45 * (a[0] - b[0]), 1.6 * (a[1] - b[1]), 1.6 * (a[2] - b[2]));
}

/** First centres: the mean, then always the colour that is farthest from those there are. */
function farApart(labs: Float32Array): Lab[] {
  const count = labs.length / 3;
  const step = Math.max(1, Math.floor(count / 600));
  const centres: Lab[] = [meanOf(labs)];
  while (centres.length < MOST_COLOURS) {
    let [far, best] = [-1, 0];
    for (let i = 0; i < count; i += step) {
      const nearest = Math.min(...centres.map((centre) => colourDistance(centre, labAt(labs, i))));
      if (nearest > far) [far, best] = [nearest, i];
    }
    if (far < SAME) break;
    centres.push(labAt(labs, best));
  }
  return centres;
}

function meanOf(labs: Float32Array): Lab {
  const sum = [0, 0, 0];
  for (let i = 0; i < labs.length; i++) sum[i % 3]! += labs[i]!;
  return sum.map((value) => (3 * value) / labs.length) as unknown as Lab;
}

function nearestOf(centres: readonly Lab[], lab: Lab): number {
  let [least, at] = [Infinity, 0];
  for (const [k, centre] of centres.entries()) {
    const distance = colourDistance(centre, lab);
    if (distance < least) [least, at] = [distance, k];
  }
  return at;
}

function means(labs: Float32Array, centres: readonly Lab[]): Lab[] {
  const sums = centres.map(() => [0, 0, 0, 0]);
  for (let i = 0; i < labs.length / 3; i++) {
    const lab = labAt(labs, i);
    const sum = sums[nearestOf(centres, lab)]!;
    for (let k = 0; k < 3; k++) sum[k]! += lab[k]!;
    sum[3]! += 1;
  }
  return sums.map(([l, a, b, n], k) => (n! > 0 ? [l! / n!, a! / n!, b! / n!] : centres[k]!));
}

interface Group {
  lab: Lab;
  rgb: number[];
  n: number;
}

function grouped(labs: Float32Array, pixels: Pixels, centres: readonly Lab[]): Group[] {
  const groups = centres.map((lab) => ({ lab, rgb: [0, 0, 0], n: 0 }));
  for (let i = 0; i < labs.length / 3; i++) {
    const group = groups[nearestOf(centres, labAt(labs, i))]!;
    for (let k = 0; k < 3; k++) group.rgb[k]! += pixels[3 * i + k]!;
    group.n += 1;
  }
  return groups
    .filter(({ n }) => n > 0)
    .map((group) => ({ ...group, rgb: group.rgb.map((v) => v / group.n) }));
}

/** Groups nearer than what an eye calls one colour, as one. */
function joined(groups: readonly Group[]): Group[] {
  const kept: Group[] = [];
  for (const group of groups.toSorted((a, b) => b.n - a.n)) {
    const same = kept.find(({ lab }) => colourDistance(lab, group.lab) < SAME);
    if (!same) kept.push({ ...group });
    else same.n += group.n;
  }
  return kept;
}

const hexOf = (rgb: readonly number[]) =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
