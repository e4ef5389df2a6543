import type { Raster } from "../raster/raster.ts";
import { emptyGrid, type Grid } from "./grid.ts";

/** Weights of red, green and blue in the grey of a picture (ITU-R BT.709). */
const RED = 0.2126;
const GREEN = 0.7152;
const BLUE = 0.0722;

/** Of what lies behind a transparent picture. */
const PAPER = 255;

/** Grey of each pixel, 0 black to 1 white, in the picture's own gamma; what is transparent shows white paper. */
export function greyOf({ width, height, rgba }: Raster): Grid {
  const grid = emptyGrid(width, height);
  for (let i = 0; i < grid.values.length; i++) {
    const alpha = rgba[4 * i + 3]! / 255;
    const grey = RED * rgba[4 * i]! + GREEN * rgba[4 * i + 1]! + BLUE * rgba[4 * i + 2]!;
    grid.values[i] = (grey * alpha + PAPER * (1 - alpha)) / 255;
  }
  return grid;
}

/** How much of each pixel there is, 0 to 1. */
export function alphaOf({ width, height, rgba }: Raster): Grid {
  const grid = emptyGrid(width, height);
  for (let i = 0; i < grid.values.length; i++) grid.values[i] = rgba[4 * i + 3]! / 255;
  return grid;
}

/** The grid in another size; each new pixel is the average of what it covers. */
export function resized(grid: Grid, width: number, height: number): Grid {
  if (grid.width === width && grid.height === height) return grid;
  return columnsResized(rowsResized(grid, width), height);
}

/** Averages of spans of a line of `from` values for `to` new ones, told as (target, source, weight). */
function eachOverlap(from: number, to: number, tell: (t: number, s: number, w: number) => void) {
  const span = from / to;
  for (let t = 0; t < to; t++) {
    const start = t * span;
    const end = start + span;
    for (let s = Math.floor(start); s < Math.min(from, Math.ceil(end - 1e-9)); s++) {
      const shared = Math.min(end, s + 1) - Math.max(start, s);
      if (shared > 0) tell(t, s, shared / span);
    }
  }
}

function rowsResized(grid: Grid, width: number): Grid {
  const to = emptyGrid(width, grid.height);
  eachOverlap(grid.width, width, (t, s, weight) => {
    for (let y = 0; y < grid.height; y++) {
      const at = y * width + t;
      to.values[at] = to.values[at]! + weight * grid.values[y * grid.width + s]!;
    }
  });
  return to;
}

function columnsResized(grid: Grid, height: number): Grid {
  const to = emptyGrid(grid.width, height);
  eachOverlap(grid.height, height, (t, s, weight) => {
    for (let x = 0; x < grid.width; x++) {
      const at = t * grid.width + x;
      to.values[at] = to.values[at]! + weight * grid.values[s * grid.width + x]!;
    }
  });
  return to;
}
