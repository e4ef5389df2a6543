import type { Raster } from "../raster/raster.ts";
import { segment } from "../relief/segment/segment.ts";
import { type Box, boxOf, upperBox, withoutHoles } from "./mask.ts";
import { toOklab } from "./oklab.ts";
import { reduced } from "./reduce.ts";

/** Edge of the square in which every subject is looked at, px. */
export const FRAME = 64;

/** A picture's subject as a whole, and its upper part (a ring's head, a bodice, a face) looked at closely. */
export interface Subject {
  whole: SubjectFrame;
  upper: SubjectFrame;
}

/** A picture's subject, cut out and brought to one size: its longer side fills the frame, its middle is the frame's. */
export interface SubjectFrame {
  /** Part of each pixel within the subject's outline, 0 to 1 × FRAME². Openings count as within. */
  cover: Float32Array;
  /** OKLab within the outline at each pixel, lab × FRAME²; 0 outside. */
  lab: Float32Array;
  /** How surely each pixel shows the subject and not the ground through an opening, 0 to 1 × FRAME². */
  weight: Float32Array;
  /** Width ÷ height of the subject's box. */
  aspect: number;
}

/** Samples of the picture along each edge of a frame's pixel. */
const SAMPLES = 3;

/** Longer edge at which the outline is found, px: finding it takes most of the time, its colours come from all pixels. */
const OUTLINE_EDGE_PX = 128;

/** The subject of a picture, in the common frame. */
export function subjectOf(raster: Raster): Subject {
  const { width, height, mask } = segment(reduced(raster, OUTLINE_EDGE_PX));
  const filled = withoutHoles(mask, width, height);
  const box = boxOf(filled, width, height);
  const picture = { raster, filled, width, height };
  const ground = groundOf(picture);
  return {
    whole: framed(picture, box, ground),
    upper: framed(picture, upperBox(filled, width, box), ground),
  };
}

function framed(picture: MaskedPicture, box: Box, ground: Float32Array): SubjectFrame {
  const { cover, lab } = sampled(picture, box);
  const aspect = (box.right - box.left) / Math.max(1, box.bottom - box.top);
  return { cover, lab, weight: weightOf(cover, lab, ground), aspect };
}

interface MaskedPicture {
  raster: Raster;
  filled: Uint8Array;
  /** Of the mask, px. */
  width: number;
  height: number;
}

function colourAt(
  { raster, width, height }: MaskedPicture,
  u: number,
  v: number,
  to: Float32Array,
) {
  const x = Math.min(raster.width - 1, Math.floor((u * raster.width) / width));
  const y = Math.min(raster.height - 1, Math.floor((v * raster.height) / height));
  const at = 4 * (y * raster.width + x);
  toOklab(raster.rgba[at]!, raster.rgba[at + 1]!, raster.rgba[at + 2]!, to, 0);
}

function sampled(picture: MaskedPicture, box: Box) {
  const { filled, width } = picture;
  const scale = Math.max(box.right - box.left, box.bottom - box.top) / FRAME;
  const startX = (box.left + box.right) / 2 - (FRAME / 2) * scale;
  const startY = (box.top + box.bottom) / 2 - (FRAME / 2) * scale;
  const cover = new Float32Array(FRAME * FRAME);
  const lab = new Float32Array(3 * FRAME * FRAME);
  const one = new Float32Array(3);
  for (let i = 0; i < cover.length; i++) {
    const [x, y] = [i % FRAME, Math.floor(i / FRAME)];
    let count = 0;
    for (let k = 0; k < SAMPLES * SAMPLES; k++) {
      const u = startX + (x + ((k % SAMPLES) + 0.5) / SAMPLES) * scale;
      const v = startY + (y + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES) * scale;
      if (u < box.left || v < box.top || u >= box.right || v >= box.bottom) continue;
      if (filled[Math.floor(v) * width + Math.floor(u)] === 0) continue;
      colourAt(picture, u, v, one);
      for (let c = 0; c < 3; c++) lab[3 * i + c]! += one[c]!;
      count++;
    }
    cover[i] = count / (SAMPLES * SAMPLES);
    if (count > 0) for (let c = 0; c < 3; c++) lab[3 * i + c]! /= count;
  }
  return { cover, lab };
}

/** Every so manieth pixel of the ground is asked for its colour. */
const GROUND_EACH = 7;

/** Mean OKLab of what is outside the outline. */
function groundOf(picture: MaskedPicture): Float32Array {
  const { filled, width } = picture;
  const sum = new Float32Array(3);
  const one = new Float32Array(3);
  let count = 0;
  for (let i = 0; i < filled.length; i += GROUND_EACH) {
    if (filled[i] === 1) continue;
    colourAt(picture, i % width, Math.floor(i / width), one);
    for (let c = 0; c < 3; c++) sum[c]! += one[c]!;
    count++;
  }
  return sum.map((value) => value / Math.max(1, count));
}

/** OKLab distances from which on a pixel is surely no ground: in colour, in light, and to its neighbours. */
const SURE = { colour: 0.05, light: 0.3, contrast: 0.1 };
/** What may be ground counts a little all the same: a white dress on white is nothing else. */
const LEAST_WEIGHT = 0.06;

function weightOf(cover: Float32Array, lab: Float32Array, ground: Float32Array): Float32Array {
  return cover.map((part, i) => {
    if (part === 0) return 0;
    const colour = Math.hypot(lab[3 * i + 1]! - ground[1]!, lab[3 * i + 2]! - ground[2]!);
    const light = Math.abs(lab[3 * i]! - ground[0]!);
    const seen = Math.max(
      colour / SURE.colour,
      light / SURE.light,
      contrastAt(cover, lab, i) / SURE.contrast,
    );
    return part * Math.max(LEAST_WEIGHT, Math.min(1, seen) ** 2);
  });
}

/** The largest step of lightness to a neighbour within the outline. */
function contrastAt(cover: Float32Array, lab: Float32Array, i: number): number {
  let most = 0;
  for (const other of [i - 1, i + 1, i - FRAME, i + FRAME]) {
    if ((cover[other] ?? 0) < 0.5) continue;
    most = Math.max(most, Math.abs(lab[3 * i]! - lab[3 * other]!));
  }
  return most;
}
