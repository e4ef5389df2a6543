import type { Raster } from "../raster/raster.ts";
import { segment } from "../relief/segment/segment.ts";
import { toOklab } from "./oklab.ts";

/** Edge of the square in which every subject is looked at, px. */
export const FRAME = 64;

/** A picture's subject, cut out and brought to one size: its longer side fills the frame, its middle is the frame's. */
export interface SubjectFrame {
  /** Part of each pixel that is subject, 0 to 1 × FRAME². */
  cover: Float32Array;
  /** OKLab of the subject at each pixel, lab × FRAME²; 0 where there is none. */
  lab: Float32Array;
  /** Width ÷ height of the subject's box. */
  aspect: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Share of the mask's pixels that may lie outside the box at each side: specks and loose threads. */
const STRAY = 0.004;

/** The box of a mask without strays; the whole picture where the mask is empty. */
function boxOf(mask: Uint8Array, width: number, height: number): Box {
  const columns = new Float64Array(width);
  const rows = new Float64Array(height);
  let area = 0;
  mask.forEach((subject, i) => {
    if (subject === 0) return;
    columns[i % width]! += 1;
    rows[Math.floor(i / width)]! += 1;
    area++;
  });
  if (area === 0) return { left: 0, top: 0, right: width, bottom: height };
  const ends = (counts: Float64Array) => {
    const stray = STRAY * area;
    let [low, high] = [0, counts.length - 1];
    for (let sum = counts[low]!; sum <= stray; sum += counts[low]!) low++;
    for (let sum = counts[high]!; sum <= stray; sum += counts[high]!) high--;
    return [low, high + 1] as const;
  };
  const [left, right] = ends(columns);
  const [top, bottom] = ends(rows);
  return { left, top, right, bottom };
}

/** Samples of the picture along each edge of a frame's pixel. */
const SAMPLES = 3;

/** The subject of a picture in the common frame. */
export function subjectFrame(raster: Raster): SubjectFrame {
  const { width, height, mask } = segment(raster);
  const box = boxOf(mask, width, height);
  const [across, down] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.max(across, down) / FRAME;
  const startX = (box.left + box.right) / 2 - (FRAME / 2) * scale;
  const startY = (box.top + box.bottom) / 2 - (FRAME / 2) * scale;
  const cover = new Float32Array(FRAME * FRAME);
  const lab = new Float32Array(3 * FRAME * FRAME);
  const one = new Float32Array(3);
  const [toX, toY] = [raster.width / width, raster.height / height];
  for (let i = 0; i < cover.length; i++) {
    const [x, y] = [i % FRAME, Math.floor(i / FRAME)];
    let count = 0;
    for (let k = 0; k < SAMPLES * SAMPLES; k++) {
      const u = startX + (x + ((k % SAMPLES) + 0.5) / SAMPLES) * scale;
      const v = startY + (y + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES) * scale;
      const [column, row] = [Math.floor(u), Math.floor(v)];
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      if (mask[row * width + column] === 0) continue;
      const pixelX = Math.min(raster.width - 1, Math.floor(u * toX));
      const pixelY = Math.min(raster.height - 1, Math.floor(v * toY));
      const at = 4 * (pixelY * raster.width + pixelX);
      toOklab(raster.rgba[at]!, raster.rgba[at + 1]!, raster.rgba[at + 2]!, one, 0);
      for (let c = 0; c < 3; c++) lab[3 * i + c]! += one[c]!;
      count++;
    }
    cover[i] = count / (SAMPLES * SAMPLES);
    if (count > 0) for (let c = 0; c < 3; c++) lab[3 * i + c]! /= count;
  }
  return { cover, lab, aspect: across / Math.max(1, down) };
}
