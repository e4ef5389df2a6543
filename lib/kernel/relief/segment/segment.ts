import type { Raster } from "../../raster/raster.ts";
import { insideDistance } from "../distance.ts";
import { quantile } from "../grid.ts";
import { backgroundOf, borderOf } from "./background.ts";
import { tidied } from "./blobs.ts";
import { contoursOf, type Enclosure, enclosed } from "./enclosed.ts";
import { type LabPicture, labOf } from "./lab.ts";
import { type Evidence, spread } from "./spread.ts";
import { type Unlikeness, unlikeness } from "./unlike.ts";

/** A subject found in a picture. */
export interface Segmentation {
  width: number;
  height: number;
  /** 1 subject, 0 background × pixels. */
  mask: Uint8Array;
  /** How far the mask may be trusted, 0 to 1: below 0.5 a person should look at it. */
  confidence: number;
  /**
   * What lowers the confidence. Shares: the subject's area, of the frame it touches, noise and the subject's typical
   * unlikeness against the threshold. `step` is how far colours go apart across the outline where they tell the subject
   * by lightness alone, Lab units; null where its colour tells it.
   */
  reasons: {
    coverage: number;
    touching: number;
    noise: number;
    contrast: number;
    step: number | null;
  };
}

/** Long edge at which subjects are found, px. */
const EDGE_PX = 320;
/** A picture with this share of transparent pixels says itself what its subject is. */
const CUT_OUT_SHARE = 0.02;

const known = new WeakMap<Raster, Segmentation>();

/** The subject of a picture on an even, graded, striped or shaded background; each raster is looked at once. */
export function segment(raster: Raster): Segmentation {
  const before = known.get(raster);
  if (before) return before;
  const found = find(labOf(raster, EDGE_PX));
  known.set(raster, found);
  return found;
}

/** A mask a person drew: light or opaque is subject. */
export function drawnMask(raster: Raster): Segmentation {
  const { width, height, lab, alpha } = labOf(raster, EDGE_PX);
  const isCutOut = alpha.some((value) => value < 0.5);
  const mask = alpha.map((value, i) => Number(isCutOut ? value >= 0.5 : lab[3 * i]! >= 50));
  return finished({ width, height, lab, alpha }, Uint8Array.from(mask), null);
}

function find(picture: LabPicture): Segmentation {
  const clear = picture.alpha.reduce((sum, value) => sum + (value < 0.5 ? 1 : 0), 0);
  if (clear > CUT_OUT_SHARE * picture.alpha.length) {
    const mask = Uint8Array.from(picture.alpha, (value) => (value >= 0.5 ? 1 : 0));
    return finished(picture, mask, null);
  }
  const border = borderOf(picture);
  const found = unlikeness(picture, backgroundOf(picture), border);
  const contours = found.isColourful ? null : contoursOf(picture, border);
  const enclosure = contours && enclosed(picture, contours);
  const evidence = evidenceOf(found, border);
  if (enclosure) heedContours(evidence, enclosure);
  const belief = spread(picture, evidence);
  const mask = Uint8Array.from(belief, (value) => (value > 0.5 ? 1 : 0));
  const isOpen = (pixels: readonly number[]) => {
    const seen = quantile(
      Float32Array.from(pixels, (pixel) => found.values[pixel]!),
      0.5,
    );
    return seen < 0.5 * found.threshold;
  };
  return finished(picture, tidied(mask, picture.width, isOpen), found);
}

/** What each pixel says of itself: by its unlikeness, surely background at the frame where it looks like it. */
function evidenceOf({ values, threshold }: Unlikeness, border: readonly number[]): Evidence {
  const belief = values.map((value) => 1 / (1 + Math.exp((-5 * (value - threshold)) / threshold)));
  const weight = belief.map((value) => 0.02 + 0.16 * Math.abs(2 * value - 1) ** 2);
  for (const pixel of border) {
    if (values[pixel]! < threshold) {
      belief[pixel] = 0;
      weight[pixel] = 0.6;
    }
  }
  return { belief, weight };
}

/** A contour's own pixels are left to their neighbours, px to both sides of it. */
const AT_CONTOUR_PX = 2.5;
const CONTOUR_WEIGHT = 0.12;

/** Where colours do not tell, contours do: in and out of them goes before what pixels say of themselves. */
function heedContours({ belief, weight }: Evidence, { depthPx }: Enclosure): void {
  depthPx.forEach((depth, i) => {
    if (Math.abs(depth) <= AT_CONTOUR_PX) {
      weight[i] = 0.01;
      return;
    }
    belief[i] = depth > 0 ? 1 : 0;
    weight[i] = CONTOUR_WEIGHT;
  });
}

function finished(picture: LabPicture, mask: Uint8Array, found: Unlikeness | null): Segmentation {
  const { width, height } = picture;
  const coverage = mask.reduce((sum, value) => sum + value, 0) / mask.length;
  const touching = touchingShare(mask, width, height);
  const noise = found ? found.noise / found.threshold : 0;
  const inside = found ? Float32Array.from(found.values.filter((_, i) => mask[i] === 1)) : null;
  const contrast = !found
    ? 10
    : inside!.length === 0
      ? 0
      : quantile(inside!, 0.4) / found.threshold;
  const step = found && !found.isColourful ? stepAcross(picture, mask) : null;
  const reasons = { coverage, touching, noise, contrast, step };
  return { width, height, mask, confidence: confidenceOf(reasons), reasons };
}

/** To both sides of an outline, px: beyond what is blurred, within what is near. */
const BESIDE_PX = { from: 2, to: 7 };

/** How far the typical colours to both sides of a mask's outline are apart, Lab units. */
function stepAcross({ width, height, lab }: LabPicture, mask: Uint8Array): number {
  const { values } = insideDistance({ width, height, values: Float32Array.from(mask) });
  const typical = (side: 1 | -1) => {
    const pixels = Array.from(values.keys()).filter((i) => {
      const away = side * values[i]!;
      return away > BESIDE_PX.from && away < BESIDE_PX.to;
    });
    return [0, 1, 2].map((k) => {
      const of = Float32Array.from(pixels, (pixel) => lab[3 * pixel + k]!);
      return of.length === 0 ? 0 : quantile(of, 0.5);
    });
  };
  const [inside, outside] = [typical(1), typical(-1)];
  return Math.hypot(...inside.map((value, k) => value - outside[k]!));
}

/** Share of the frame's pixels that are subject. */
function touchingShare(mask: Uint8Array, width: number, height: number): number {
  let count = 0;
  for (let x = 0; x < width; x++) count += mask[x]! + mask[(height - 1) * width + x]!;
  for (let y = 0; y < height; y++) count += mask[y * width]! + mask[y * width + width - 1]!;
  return count / (2 * (width + height));
}

const within = (value: number) => Math.max(0, Math.min(1, value));

/** What is told by lightness alone may be a shade within the subject as well: at most so sure, Lab units. */
const SHADE = { sure: 0.45, step: 18, clearStep: 34 };

/**
 * Each reason lowers it: too little or nearly all of the picture, much of the frame, a noisy border, faint contrast, a
 * subject of the ground's own colour.
 */
function confidenceOf({
  coverage,
  touching,
  noise,
  contrast,
  step,
}: Segmentation["reasons"]): number {
  const size = within(coverage / 0.03) * within((0.92 - coverage) / 0.15);
  const frame = 1 - within((touching - 0.02) / 0.5);
  const quiet = 1 - 0.7 * within((noise - 0.35) / 0.8);
  const clear = within((contrast - 0.6) / 1.6);
  const apart = step === null ? 1 : within((step - SHADE.step) / (SHADE.clearStep - SHADE.step));
  const coloured = SHADE.sure + (1 - SHADE.sure) * apart;
  return size * frame * quiet * clear * coloured;
}
