import { quantile } from "../grid.ts";
import type { LabPicture } from "./lab.ts";

/** What the border of a picture says about its background. */
export interface Background {
  /** Lab of the background fitted at each pixel. */
  fitted: Float32Array;
  /** Lab of the border's most frequent colours, for backgrounds of stripes and patterns. */
  colours: readonly (readonly [number, number, number])[];
  /** How far the border's lightness and colour scatter about the fit, deviations. */
  noise: { light: number; colour: number };
}

/** Pixels from the frame that count as border, share of the long edge. */
const BORDER_SHARE = 1 / 28;
const FIT_ROUNDS = 5;
/** Residual at which a border pixel counts half, Lab units: a subject touching the frame does not spoil the fit. */
const HALF_WEIGHT = 3;
const TERMS = 6;

const basis = (x: number, y: number, { width, height }: LabPicture, to: Float64Array) => {
  const u = (2 * x) / width - 1;
  const v = (2 * y) / height - 1;
  to.set([1, u, v, u * u, v * v, u * v]);
};

/** Indices of the border's pixels. */
export function borderOf({ width, height }: LabPicture): number[] {
  const depth = Math.max(3, Math.round(Math.max(width, height) * BORDER_SHARE));
  const indices: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isInside = x >= depth && y >= depth && x < width - depth && y < height - depth;
      if (!isInside) indices.push(y * width + x);
    }
  }
  return indices;
}

/** Solves a small system with three right-hand sides in place: rows of TERMS + 3. */
function solve(rows: Float64Array[]): void {
  for (let p = 0; p < TERMS; p++) {
    let pivot = p;
    for (let q = p + 1; q < TERMS; q++) {
      if (Math.abs(rows[q]![p]!) > Math.abs(rows[pivot]![p]!)) pivot = q;
    }
    [rows[p], rows[pivot]] = [rows[pivot]!, rows[p]!];
    const lead = rows[p]![p]! || 1e-9;
    for (let q = 0; q < TERMS; q++) {
      if (q === p) continue;
      const factor = rows[q]![p]! / lead;
      for (let k = p; k < TERMS + 3; k++) rows[q]![k]! -= factor * rows[p]![k]!;
    }
  }
}

/** Coefficients of a quadratic surface in x and y through each of L, a and b, by weighted least squares. */
function fitOf(
  picture: LabPicture,
  border: readonly number[],
  weights: Float64Array,
): Float64Array[] {
  const rows = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 3));
  const terms = new Float64Array(TERMS);
  border.forEach((pixel, i) => {
    basis(pixel % picture.width, Math.floor(pixel / picture.width), picture, terms);
    for (let p = 0; p < TERMS; p++) {
      const weighted = weights[i]! * terms[p]!;
      for (let q = 0; q < TERMS; q++) rows[p]![q]! += weighted * terms[q]!;
      for (let k = 0; k < 3; k++) rows[p]![TERMS + k]! += weighted * picture.lab[3 * pixel + k]!;
    }
  });
  for (let p = 0; p < TERMS; p++) rows[p]![p]! += 1e-6 * border.length;
  solve(rows);
  return [0, 1, 2].map((k) =>
    Float64Array.from({ length: TERMS }, (_, p) => rows[p]![TERMS + k]! / (rows[p]![p]! || 1e-9)),
  );
}

function surfaceOf(picture: LabPicture, coefficients: readonly Float64Array[]): Float32Array {
  const { width, height } = picture;
  const fitted = new Float32Array(3 * width * height);
  const terms = new Float64Array(TERMS);
  for (let i = 0; i < width * height; i++) {
    basis(i % width, Math.floor(i / width), picture, terms);
    for (let k = 0; k < 3; k++) {
      let sum = 0;
      for (let p = 0; p < TERMS; p++) sum += terms[p]! * coefficients[k]![p]!;
      fitted[3 * i + k] = sum;
    }
  }
  return fitted;
}

function residual({ lab }: LabPicture, fitted: Float32Array, pixel: number): number {
  let sum = 0;
  for (let k = 0; k < 3; k++) sum += (lab[3 * pixel + k]! - fitted[3 * pixel + k]!) ** 2;
  return Math.sqrt(sum);
}

/** A quadratic surface through the background's pixels among these; what is far from it hardly counts. */
function robustSurface(picture: LabPicture, pixels: readonly number[]): Float32Array {
  const weights = new Float64Array(pixels.length).fill(1);
  let fitted: Float32Array = new Float32Array();
  for (let round = 0; round < FIT_ROUNDS; round++) {
    fitted = surfaceOf(picture, fitOf(picture, pixels, weights));
    pixels.forEach((pixel, i) => {
      weights[i] = 1 / (1 + (residual(picture, fitted, pixel) / HALF_WEIGHT) ** 2);
    });
  }
  return fitted;
}

/** Largest step between neighbours of one smooth ground, Lab units. */
const SMOOTH_STEP = 0.7;
/** Of the pixels found every so manieth is told: enough for six terms. */
const TOLD_EACH = 3;

/** The border's pixels and those that are reached from its background by small steps alone. */
function smoothFrom(
  picture: LabPicture,
  border: readonly number[],
  fitted: Float32Array,
): number[] {
  const { width, height, lab } = picture;
  const seen = new Uint8Array(width * height);
  const stack = border.filter((pixel) => residual(picture, fitted, pixel) < HALF_WEIGHT);
  for (const pixel of stack) seen[pixel] = 1;
  const visit = (from: number, to: number) => {
    if (seen[to] === 1) return;
    let sum = 0;
    for (let k = 0; k < 3; k++) sum += (lab[3 * from + k]! - lab[3 * to + k]!) ** 2;
    if (sum > SMOOTH_STEP * SMOOTH_STEP) return;
    seen[to] = 1;
    stack.push(to);
  };
  for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
    const x = pixel % width;
    if (x > 0) visit(pixel, pixel - 1);
    if (x < width - 1) visit(pixel, pixel + 1);
    if (pixel >= width) visit(pixel, pixel - width);
    if (pixel < width * (height - 1)) visit(pixel, pixel + width);
  }
  const found = Array.from(seen.keys()).filter((pixel) => seen[pixel] === 1);
  return [...border, ...found.filter((_, i) => i % TOLD_EACH === 0)];
}

/** The background as the border shows it: a smooth surface fitted robustly, its scatter, and its frequent colours. */
export function backgroundOf(picture: LabPicture): Background {
  const border = borderOf(picture);
  const first = robustSurface(picture, border);
  // What runs on smoothly from the border tells how a vignette goes on behind the subject.
  const fitted = robustSurface(picture, smoothFrom(picture, border, first));
  const off = (k: number) =>
    border.map((pixel) => Math.abs(picture.lab[3 * pixel + k]! - fitted[3 * pixel + k]!));
  // 1.48 × the median deviation is the standard deviation of a bell curve.
  const light = 1.48 * quantile(off(0), 0.5);
  const colour = 1.48 * Math.max(quantile(off(1), 0.5), quantile(off(2), 0.5));
  return { fitted, noise: { light, colour }, colours: frequentColours(picture, border) };
}

const CELL = 5;
const MOST_COLOURS = 12;
/** A colour is background where it fills this share of the border and is seen at two sides of it. */
const LEAST_SHARE = 0.025;
const LEAST_SIDE_SHARE = 0.015;

interface Cell {
  count: number;
  sum: [number, number, number];
  sides: [number, number, number, number];
}

/** Colours of the border in cells of 5 Lab units that are common and not at one side alone, as a cut subject is. */
function frequentColours(picture: LabPicture, border: readonly number[]) {
  const cells = new Map<string, Cell>();
  for (const pixel of border) {
    const color = [0, 1, 2].map((k) => picture.lab[3 * pixel + k]!) as [number, number, number];
    const key = color.map((value) => Math.round(value / CELL)).join(" ");
    const cell = cells.get(key) ?? { count: 0, sum: [0, 0, 0], sides: [0, 0, 0, 0] };
    cell.count++;
    for (let k = 0; k < 3; k++) cell.sum[k]! += color[k]!;
    cell.sides[sideOf(picture, pixel)]!++;
    cells.set(key, cell);
  }
  const least = LEAST_SHARE * border.length;
  return [...cells.values()]
    .filter(({ count, sides }) => {
      const seen = sides.filter((side) => side > LEAST_SIDE_SHARE * 0.25 * border.length).length;
      return count >= least && seen >= 2;
    })
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_COLOURS)
    .map(({ count, sum }) => [sum[0] / count, sum[1] / count, sum[2] / count] as const);
}

/** Nearest side of the frame: left, right, top, bottom. */
function sideOf({ width, height }: LabPicture, pixel: number): 0 | 1 | 2 | 3 {
  const x = pixel % width;
  const y = Math.floor(pixel / width);
  const distances = [x, width - 1 - x, y, height - 1 - y];
  return distances.indexOf(Math.min(...distances)) as 0 | 1 | 2 | 3;
}
