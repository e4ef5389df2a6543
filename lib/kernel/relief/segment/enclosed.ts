import { insideDistance } from "../distance.ts";
import { blurGrid, type Grid, mapGrid, quantile } from "../grid.ts";
import { blobsOf } from "./blobs.ts";
import type { LabPicture } from "./lab.ts";

/** How deep each pixel lies within closed contours, px; negative outside them. */
export interface Enclosure {
  depthPx: Float32Array;
}

/** Blur before steps are looked for, px: grain falls, a step stays one. */
const SMOOTH_PX = 1.2;
/** A soft shadow changes evenly over so many pixels; a step stands out of what is around it. */
const AROUND_PX = 3.5;
/** Least strength of a step, Lab units a pixel: about one unit of lightness from side to side. */
const LEAST_STEP = 0.13;
/** Steps stand out of the border's grain by so much. */
const OVER_NOISE = 2.3;
/** Fewer steps side by side are grain, px. */
const LEAST_RUN_PX = 14;
/** Contours may be open by twice these, px, at a long edge of 320. */
const GAPS_PX = [2, 4, 7, 11, 16];
/** What lies this deep within a contour is more than the contour itself. */
const CORE_PX = 6;
const LEAST_CORE = 0.01;
/** A wider gap is closed only where it encloses this much more. */
const WORTH = 1.25;

/** How much each pixel is a step and no slope, Lab units a pixel. */
function stepsOf({ width, height, lab }: LabPicture): Grid {
  const channels = [0, 1, 2].map((k) =>
    blurGrid(
      {
        width,
        height,
        values: Float32Array.from({ length: width * height }, (_, i) => lab[3 * i + k]!),
      },
      SMOOTH_PX,
    ),
  );
  const at = (x: number, y: number) =>
    Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x));
  const slopes = mapGrid(channels[0]!, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    let sum = 0;
    for (const { values } of channels) {
      sum += (values[at(x + 1, y)]! - values[at(x - 1, y)]!) ** 2;
      sum += (values[at(x, y + 1)]! - values[at(x, y - 1)]!) ** 2;
    }
    return Math.sqrt(sum) / 2;
  });
  const around = blurGrid(slopes, AROUND_PX);
  return mapGrid(slopes, (slope, i) => slope - around.values[i]!);
}

/** Steps that hold together in runs. */
function runsOf(steps: Grid, least: number): Grid {
  const mask = Uint8Array.from(steps.values, (step) => (step > least ? 1 : 0));
  const { labels, sizes } = blobsOf(mask, steps.width);
  return mapGrid(steps, (_, i) => (labels[i]! > 0 && sizes[labels[i]!]! >= LEAST_RUN_PX ? 1 : 0));
}

/** What a brush of that radius, come in from the frame, cannot reach without touching a step. */
function unreached(toStep: Grid, radiusPx: number): Grid {
  const { width, height, values } = toStep;
  const reached = new Uint8Array(values.length);
  const stack: number[] = [];
  const visit = (pixel: number) => {
    if (reached[pixel] === 1 || values[pixel]! <= radiusPx) return;
    reached[pixel] = 1;
    stack.push(pixel);
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let pixel = stack.pop(); pixel !== undefined; pixel = stack.pop()) {
    const x = pixel % width;
    if (x > 0) visit(pixel - 1);
    if (x < width - 1) visit(pixel + 1);
    if (pixel >= width) visit(pixel - width);
    if (pixel < width * (height - 1)) visit(pixel + width);
  }
  // The brush covers what is within its radius of its middle.
  const fromBrush = insideDistance({ width, height, values: Float32Array.from(reached) });
  return mapGrid(fromBrush, (inside) => (inside > -radiusPx ? 0 : 1));
}

/** 1 where the picture has a step that holds together with others and stands out of the border's grain, else 0. */
export function contoursOf(picture: LabPicture, border: readonly number[]): Grid {
  const steps = stepsOf(picture);
  const grain = quantile(
    border.map((pixel) => steps.values[pixel]!),
    0.9,
  );
  return runsOf(steps, Math.max(LEAST_STEP, OVER_NOISE * grain));
}

/**
 * What closed contours hold, by the steps of the picture alone: where subject and background are of one colour their
 * values tell nothing, but a subject has an edge and a soft shadow has none. Contours may have gaps. Null where nothing
 * is enclosed.
 */
export function enclosed(picture: LabPicture, contours: Grid): Enclosure | null {
  const { width, height } = picture;
  const toStep = mapGrid(insideDistance(contours), (inside) => -inside);
  let best: { depth: Grid; core: number } | null = null;
  for (const gap of GAPS_PX) {
    const scaled = (gap * Math.max(width, height)) / 320;
    const depth = insideDistance(unreached(toStep, scaled));
    const core = depth.values.reduce((sum, value) => sum + (value > CORE_PX ? 1 : 0), 0);
    if (core < LEAST_CORE * depth.values.length) continue;
    if (!best || core > WORTH * best.core) best = { depth, core };
  }
  return best && { depthPx: best.depth.values };
}
