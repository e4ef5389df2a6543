import type { Raster } from "../raster/raster.ts";
import { blurGrid, type Grid, mapGrid, sampleGrid, stretched } from "./grid.ts";
import { alphaOf, greyOf, resized } from "./tones.ts";

/** A relief over a rectangle: height 0 (ground) to 1 (highest) at x to the right and y up, each −1 to 1. */
export type HeightAt = (x: number, y: number) => number;

export interface PictureRelief {
  /** Width of the rectangle the picture fills, mm. */
  widthMm: number;
  /** Height of that rectangle, mm. */
  heightMm: number;
  /** Deviation of the blur, mm, 0 to 3. */
  smoothingMm: number;
  /** Dark is high instead of light. */
  invert: boolean;
  /** 1 fills the rectangle with the middle of the picture; 2 shows half of that, 0.5 twice. */
  zoom?: number;
}

/** Finest grid a relief is read from: a caster shows no more. */
const FINEST_MM = 0.06;
const MOST_PX = 720;

/**
 * A picture as a relief: its light is high (its dark, where inverted), its contrast is spread to the full height, and
 * what is transparent is ground.
 */
export function pictureHeight(raster: Raster, relief: PictureRelief): HeightAt {
  const { widthMm, heightMm, smoothingMm, invert, zoom = 1 } = relief;
  const scale = Math.max(widthMm / raster.width, heightMm / raster.height) * zoom;
  const [shownX, shownY] = [scale * raster.width, scale * raster.height];
  const grid = finest(raster, shownX, shownY);
  const tones = stretched(grid.grey);
  const raised = mapGrid(tones, (tone, i) => (invert ? 1 - tone : tone) * grid.alpha.values[i]!);
  const smooth = blurGrid(raised, (smoothingMm * raised.width) / shownX);
  return (x, y) =>
    sampleGrid(smooth, 0.5 + (x * widthMm) / (2 * shownX), 0.5 - (y * heightMm) / (2 * shownY));
}

function finest(raster: Raster, widthMm: number, heightMm: number): { grey: Grid; alpha: Grid } {
  const share = Math.min(
    1,
    MOST_PX / Math.max(raster.width, raster.height),
    Math.max(widthMm / raster.width, heightMm / raster.height) / FINEST_MM,
  );
  const width = Math.max(2, Math.round(raster.width * share));
  const height = Math.max(2, Math.round(raster.height * share));
  return {
    grey: resized(greyOf(raster), width, height),
    alpha: resized(alphaOf(raster), width, height),
  };
}
