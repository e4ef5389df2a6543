import type { Quality } from "../../kernel/mesh.ts";
import { blurGrid, emptyGrid, type Grid, mapGrid } from "../../kernel/relief/grid.ts";
import type { LithophanePlate } from "../../kernel/relief/lithophane-plate.ts";
import { landscape } from "../../kernel/relief/motifs.ts";
import { greyOf, resized } from "../../kernel/relief/tones.ts";
import { type BuildAssets, pictureOf } from "../assets.ts";
import { limitsOf } from "../limits.ts";
import { type LithophaneSpec, lithophaneSchema } from "./schema.ts";

/** Finest spacing of the plate's points, mm, and the most of them along an edge: a nozzle shows no more. */
const DETAIL: Record<Quality, { pitchMm: number; most: number }> = {
  preview: { pitchMm: 0.9, most: 130 },
  final: { pitchMm: 0.35, most: 360 },
};
/** Of the built-in landscape, and the most and least height against width of any plate. */
const LANDSCAPE_ASPECT = 0.72;
const ASPECTS = { least: 0.4, most: 2.5 };
/** Between the thinnest and the thickest there is room for greys. */
const LEAST_RANGE_MM = 0.8;
/** Most of an edge that its two borders take. */
const BORDER_SHARE = 0.2;

const requireWithin = limitsOf<keyof LithophaneSpec & string>(lithophaneSchema);

/** The plate a spec means. Throws `invalid_input` with field, limit and the nearest value. */
export function planLithophane(
  spec: LithophaneSpec,
  assets: BuildAssets | undefined,
  quality: Quality,
): LithophanePlate {
  const { widthMm, minMm, maxMm, borderMm } = spec;
  requireWithin({
    field: "maxMm",
    value: maxMm,
    minimum: minMm + LEAST_RANGE_MM,
    reason: `Between thinnest and thickest there are ${LEAST_RANGE_MM} mm or more, or no picture shows.`,
  });
  const grey = sourceOf(spec, assets);
  const heightMm = heightOf(spec, grey);
  const inner = { width: widthMm - 2 * borderMm, height: heightMm - 2 * borderMm };
  requireWithin({
    field: "borderMm",
    value: borderMm,
    maximum: BORDER_SHARE * Math.min(widthMm, heightMm),
    reason: "The border leaves no room for the picture.",
  });
  return {
    darkness: darknessOf(spec, grey, inner, DETAIL[quality]),
    ...{ widthMm, heightMm, borderMm, minMm, maxMm },
    rimMm: maxMm,
    curveDeg: spec.form === "curved" ? spec.curveDeg : 0,
  };
}

const MOTIF_PX = 360;

/** Grey of the spec's picture, or of the built-in landscape. */
function sourceOf(spec: LithophaneSpec, assets: BuildAssets | undefined): Grid {
  const raster = pictureOf(assets, spec.picture);
  if (raster) return greyOf(raster);
  evening ??= drawnLandscape();
  return evening;
}

let evening: Grid | null = null;

function drawnLandscape(): Grid {
  const height = Math.round(MOTIF_PX * LANDSCAPE_ASPECT);
  return mapGrid(emptyGrid(MOTIF_PX, height), (_, i) => {
    const x = (2 * ((i % MOTIF_PX) + 0.5)) / MOTIF_PX - 1;
    const y = 1 - (2 * (Math.floor(i / MOTIF_PX) + 0.5)) / height;
    return 1 - landscape(x, y);
  });
}

function heightOf(
  { widthMm, heightMm, proportions, borderMm }: LithophaneSpec,
  grey: Grid,
): number {
  if (proportions === "own") return heightMm;
  const aspect = Math.max(ASPECTS.least, Math.min(ASPECTS.most, grey.height / grey.width));
  return Math.max(2 * borderMm + 10, (widthMm - 2 * borderMm) * aspect + 2 * borderMm);
}

/** The middle of the picture that fills the plate, as darkness in the plate's own pixels. */
function darknessOf(
  { zoomPercent, smoothingMm, invert }: LithophaneSpec,
  grey: Grid,
  inner: { width: number; height: number },
  { pitchMm, most }: { pitchMm: number; most: number },
): Grid {
  const cut = croppedTo(grey, inner.width / inner.height, zoomPercent / 100);
  const long = Math.max(inner.width, inner.height);
  const finest = Math.max(pitchMm, long / most);
  const width = Math.max(2, Math.min(cut.width, Math.floor(inner.width / finest)));
  const height = Math.max(2, Math.min(cut.height, Math.floor(inner.height / finest)));
  const sized = blurGrid(resized(cut, width, height), (smoothingMm * width) / inner.width);
  return mapGrid(sized, (value) => (invert ? value : 1 - value));
}

/** The middle of a grid with these proportions, 1/zoom of what would fit. */
function croppedTo(grid: Grid, aspect: number, zoom: number): Grid {
  const fits = Math.min(grid.width, grid.height * aspect) / zoom;
  const width = Math.max(2, Math.min(grid.width, Math.round(fits)));
  const height = Math.max(2, Math.min(grid.height, Math.round(fits / aspect)));
  const left = Math.floor((grid.width - width) / 2);
  const top = Math.floor((grid.height - height) / 2);
  const cut = emptyGrid(width, height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * grid.width + left;
    cut.values.set(grid.values.subarray(from, from + width), y * width);
  }
  return cut;
}
