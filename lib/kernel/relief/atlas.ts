import type { Texture } from "../mesh.ts";
import type { Raster } from "../raster/raster.ts";
import { blurGrid, emptyGrid, type Grid, mapGrid, sampleGrid } from "./grid.ts";
import { resized } from "./tones.ts";

/** Edge of each half of the atlas, px, the plinth's rows included: a power of two, as every viewer takes it. */
const EDGE_PX = 512;
/** Colours nearer to the outline than this are of the background, share of the edge. */
const RIM = 0.012;
/** The back keeps the front's colours but not its features: blurred by this share of the edge. */
const BACK_BLUR = 1 / 24;
/** The plinth's colour, a warm light grey, and how many rows of the atlas hold it. */
const PLINTH: readonly number[] = [214, 208, 198];
const PLINTH_ROWS = 12;
/** Place of the plinth's colour in an atlas whose pictures are `height` px high. */
const plinthV = (height: number) => (height + PLINTH_ROWS / 2) / (height + PLINTH_ROWS);

/** An atlas, and where in it things are. */
export interface Atlas {
  texture: Texture;
  /** Share of the atlas's height that the two pictures take. */
  pictureShare: number;
  /** v of the plinth's colour. */
  plinthV: number;
}

/** Colour is told where this much of it is known. */
const KNOWN = 1e-3;

/** Colour planes with how much of each pixel is known. */
interface Level {
  planes: [Grid, Grid, Grid];
  known: Grid;
}

function halved({ planes, known }: Level): Level {
  const width = Math.max(1, Math.ceil(known.width / 2));
  const height = Math.max(1, Math.ceil(known.height / 2));
  const size = (grid: Grid) => resized(grid, width, height);
  return { planes: [size(planes[0]), size(planes[1]), size(planes[2])], known: size(known) };
}

/** Levels from the full size down to a pixel; planes are weighted by what is known. */
function pyramidOf(first: Level): Level[] {
  const levels = [first];
  for (let last = first; last.known.width > 1 || last.known.height > 1; ) {
    last = halved(last);
    levels.push(last);
  }
  return levels;
}

/** Unknown pixels take the colour of the nearest known ones, coarser the further off they are (push and pull). */
function bled(level: Level): [Grid, Grid, Grid] {
  const levels = pyramidOf(level);
  const coarsest = levels.at(-1)!;
  const share = Math.max(KNOWN, coarsest.known.values[0]!);
  let filled = coarsest.planes.map((plane) => mapGrid(plane, (value) => value / share));
  for (const { planes, known } of levels.toReversed().slice(1)) {
    filled = planes.map((plane, k) =>
      mapGrid(plane, (value, i) => {
        const weight = Math.min(1, known.values[i]!);
        if (weight > 0.999) return value / known.values[i]!;
        const u = ((i % known.width) + 0.5) / known.width;
        const v = (Math.floor(i / known.width) + 0.5) / known.height;
        return value + (1 - weight) * sampleGrid(filled[k]!, u, v);
      }),
    );
  }
  return filled as [Grid, Grid, Grid];
}

function planeOf({ width, height, rgba }: Raster, k: number): Grid {
  const grid = emptyGrid(width, height);
  for (let i = 0; i < grid.values.length; i++) grid.values[i] = rgba[4 * i + k]!;
  return grid;
}

/** The last atlas of each picture, and the mask it was made for: while a body is edited its photo stays. */
const known = new WeakMap<Raster, { mask: Float32Array; atlas: Atlas }>();

const isSame = (a: Float32Array, b: Float32Array) =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/**
 * The picture of an object's two sides: left the photo, its colours bled over the outline, right the same without its
 * features, and under both the colour of a plinth. `mask` is 1 on the subject. The same picture and mask give the same
 * object.
 */
export function atlasOf(raster: Raster, mask: Grid): Atlas {
  const before = known.get(raster);
  if (before && isSame(before.mask, mask.values)) return before.atlas;
  const atlas = drawAtlas(raster, mask);
  known.set(raster, { mask: mask.values, atlas });
  return atlas;
}

function drawAtlas(raster: Raster, mask: Grid): Atlas {
  const width = EDGE_PX;
  const height = EDGE_PX - PLINTH_ROWS;
  const soft = blurGrid(stretchedTo(mask, width, height), RIM * Math.max(width, height));
  const known = mapGrid(soft, (value) => Math.max(0, Math.min(1, (value - 0.62) / 0.3)));
  const planes = [0, 1, 2].map((k) =>
    mapGrid(resized(planeOf(raster, k), width, height), (value, i) => value * known.values[i]!),
  ) as Level["planes"];
  const front = bled({ planes, known });
  const back = front.map((plane) => blurGrid(plane, BACK_BLUR * Math.max(width, height)));
  const texture = sideBySide(front, back, width, height);
  return { texture, pictureShare: height / texture.height, plinthV: plinthV(height) };
}

/** The mask in the atlas's size, smaller or larger. */
function stretchedTo(mask: Grid, width: number, height: number): Grid {
  const grid = emptyGrid(width, height);
  for (let i = 0; i < grid.values.length; i++) {
    const u = ((i % width) + 0.5) / width;
    const v = (Math.floor(i / width) + 0.5) / height;
    grid.values[i] = sampleGrid(mask, u, v);
  }
  return grid;
}

function sideBySide(left: Grid[], right: Grid[], width: number, height: number): Texture {
  const rgb = new Uint8Array(3 * 2 * width * (height + PLINTH_ROWS));
  for (let i = 3 * 2 * width * height; i < rgb.length; i++) rgb[i] = PLINTH[i % 3]!;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let k = 0; k < 3; k++) {
        const from = y * width + x;
        const to = 2 * width * y + x;
        rgb[3 * to + k] = Math.round(left[k]!.values[from]!);
        rgb[3 * (to + width) + k] = Math.round(right[k]!.values[from]!);
      }
    }
  }
  return { width: 2 * width, height: height + PLINTH_ROWS, rgb };
}
