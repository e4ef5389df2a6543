import type { Crop } from "./crop.ts";
import { type Cells, cellMeans } from "./layout-block.ts";
import { FRAME, type SubjectFrame } from "./subject.ts";

export const DIRECTIONS = 6;

interface Gradients {
  /** Strength × pixels; 0 outside the subject. */
  strength: Float32Array;
  /** Direction from 0 to DIRECTIONS, the same for light to dark and dark to light. */
  direction: Float32Array;
}

/** Steps of lightness inside the subject; its outline is told elsewhere. */
function gradientsOf({ cover, lab }: SubjectFrame): Gradients {
  const strength = new Float32Array(FRAME * FRAME);
  const direction = new Float32Array(FRAME * FRAME);
  for (let y = 1; y < FRAME - 1; y++) {
    for (let x = 1; x < FRAME - 1; x++) {
      const i = y * FRAME + x;
      const inside = Math.min(
        cover[i]!,
        cover[i - 1]!,
        cover[i + 1]!,
        cover[i - FRAME]!,
        cover[i + FRAME]!,
      );
      if (inside < 0.5) continue;
      const dx = lab[3 * (i + 1)]! - lab[3 * (i - 1)]!;
      const dy = lab[3 * (i + FRAME)]! - lab[3 * (i - FRAME)]!;
      strength[i] = inside * Math.hypot(dx, dy);
      direction[i] = ((Math.atan2(dy, dx) / Math.PI + 1) % 1) * DIRECTIONS;
    }
  }
  return { strength, direction };
}

/** Which way the edges in each cell of a crop run: DIRECTIONS numbers a cell. */
export function edgeLayout(subject: SubjectFrame, crop: Crop, cells: Cells): Float32Array {
  const { strength, direction } = gradientsOf(subject);
  const size = cells.columns * cells.rows;
  const block = new Float32Array(DIRECTIONS * size);
  for (let k = 0; k < DIRECTIONS; k++) {
    const means = cellMeans(crop, cells, (i) => {
      if (strength[i] === 0) return 0;
      const off = Math.abs(direction[i]! - k);
      return strength[i]! * Math.max(0, 1 - Math.min(off, DIRECTIONS - off));
    });
    block.set(means, k * size);
  }
  return block.map((value) => Math.sqrt(value));
}

/** Middles of the bins of an edge's strength, steps of OKLab lightness; a mirror has few and strong ones, satin many faint ones. */
const STRENGTH_MIDDLES = [0.01, 0.03, 0.08, 0.2, 0.45] as const;
export const STRENGTHS = STRENGTH_MIDDLES.length;

/** Bin of a strength and how far it lies towards the next. */
function strengthBin(strength: number): readonly [number, number] {
  const above = STRENGTH_MIDDLES.findIndex((middle) => strength < middle);
  if (above === 0) return [0, 0];
  if (above < 0) return [STRENGTHS - 1, 0];
  const [low, high] = [STRENGTH_MIDDLES[above - 1]!, STRENGTH_MIDDLES[above]!];
  return [above - 1, Math.log(strength / low) / Math.log(high / low)];
}

/** How strong the edges in each cell of a crop are: STRENGTHS numbers a cell. */
export function edgeStrengths(subject: SubjectFrame, crop: Crop, cells: Cells): Float32Array {
  const { strength } = gradientsOf(subject);
  const size = cells.columns * cells.rows;
  const block = new Float32Array(STRENGTHS * size);
  for (let k = 0; k < STRENGTHS; k++) {
    const means = cellMeans(crop, cells, (i) => {
      if (strength[i] === 0) return 0;
      const [bin, off] = strengthBin(strength[i]!);
      if (bin === k) return 1 - off;
      return bin + 1 === k ? off : 0;
    });
    block.set(means, k * size);
  }
  return block.map((value) => Math.sqrt(value));
}

/** Widths of the blurs between which detail is taken, px of the frame. */
const SCALES = [1, 2, 4, 8] as const;
export const GRAIN_NUMBERS = 3 * (SCALES.length - 1) + 1;

/** How much detail of each size there is in light, a and b: the grain of a weave, a print, a setting. */
export function grainBlock({ weight: cover, lab }: SubjectFrame): Float32Array {
  const block = new Float32Array(GRAIN_NUMBERS);
  const area = Math.max(
    1,
    cover.reduce((sum, value) => sum + value, 0),
  );
  for (let k = 0; k < 3; k++) {
    const blurred = SCALES.map((scale) => blurInside(cover, lab, k, scale));
    for (let s = 0; s < SCALES.length - 1; s++) {
      let sum = 0;
      cover.forEach((part, i) => {
        sum += part * (blurred[s]![i]! - blurred[s + 1]![i]!) ** 2;
      });
      block[k * (SCALES.length - 1) + s] = Math.sqrt(sum / area) ** 0.5 * (k === 0 ? 1 : 1.5);
    }
  }
  block[GRAIN_NUMBERS - 1] = 0.1;
  return block;
}

/** A channel of the subject blurred with what is not subject left out, box by box. */
function blurInside(cover: Float32Array, lab: Float32Array, k: number, radius: number) {
  let values = Float32Array.from(cover, (part, i) => part * lab[3 * i + k]!);
  let weights = cover;
  for (const step of [1, FRAME]) {
    values = boxBlurred(values, step, radius);
    weights = boxBlurred(weights, step, radius);
  }
  return values.map((value, i) => (weights[i]! > 1e-3 ? value / weights[i]! : 0));
}

function boxBlurred(values: Float32Array, step: number, radius: number): Float32Array<ArrayBuffer> {
  const to = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const place = step === 1 ? i % FRAME : Math.floor(i / FRAME);
    let sum = 0;
    for (let d = -radius; d <= radius; d++) {
      if (place + d >= 0 && place + d < FRAME) sum += values[i + d * step]!;
    }
    to[i] = sum / (2 * radius + 1);
  }
  return to;
}
