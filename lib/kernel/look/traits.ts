import type { Raster } from "../raster/raster.ts";
import { segment } from "../relief/segment/segment.ts";
import { paletteOf, type Swatch } from "./palette.ts";
import { type Silhouette, silhouetteOf } from "./silhouette.ts";
import { readSketch } from "./sketch.ts";

/** What a picture tells of the piece in it: its shape, its colours and its ground. */
export interface PictureTraits {
  /** Width ÷ height of the picture. */
  aspect: number;
  /** Readings of its shape, the likeliest first: a drawn circle is a disc or a hoop. Empty where nothing was found. */
  silhouettes: Silhouette[];
  /** Colours of the piece, the most frequent first. */
  palette: Swatch[];
  /** The mean colour around it. */
  ground: Swatch;
  /** How sure the shape is, 0 to 1. */
  confidence: number;
}

/** Long edge at which a picture is looked at, px. */
const EDGE_PX = 200;

/** Reads a photo, where the subject stands out from its ground, or a sketch, where strokes go round it. */
export function traitsOf(raster: Raster, as: "photo" | "sketch"): PictureTraits {
  const small = smaller(raster);
  return as === "sketch" ? sketchTraits(small) : photoTraits(raster, small);
}

function sketchTraits(small: Raster): PictureTraits {
  const { width, height, filled, pierced, ink } = readSketch(small);
  const masks = [...(pierced ? [pierced] : []), filled, ink];
  const silhouettes = masks.flatMap((mask) => silhouetteOf(mask, width, height) ?? []);
  return {
    aspect: width / height,
    silhouettes,
    palette: paletteOf(pixelsWhere(small, (i) => ink[i] === 1)),
    ground: groundOf(small, (i) => filled[i] === 0),
    confidence: silhouettes.length === 0 ? 0 : 1,
  };
}

function photoTraits(raster: Raster, small: Raster): PictureTraits {
  const found = segment(raster);
  const { width, height } = found;
  const isSubject = (i: number) => {
    const x = Math.floor(((i % small.width) / small.width) * width);
    const y = Math.floor((Math.floor(i / small.width) / small.height) * height);
    return found.mask[y * width + x] === 1;
  };
  const silhouette = silhouetteOf(found.mask, width, height);
  return {
    aspect: raster.width / raster.height,
    silhouettes: silhouette ? [silhouette] : [],
    palette: paletteOf(pixelsWhere(small, isSubject)),
    ground: groundOf(small, (i) => !isSubject(i)),
    confidence: found.confidence,
  };
}

const WHITE: Swatch = { lab: [1, 0, 0], hex: "#ffffff", share: 0 };

function groundOf(small: Raster, isGround: (i: number) => boolean): Swatch {
  return paletteOf(pixelsWhere(small, isGround))[0] ?? WHITE;
}

function pixelsWhere({ rgba, width, height }: Raster, isWanted: (i: number) => boolean) {
  const pixels: number[] = [];
  for (let i = 0; i < width * height; i++) {
    if (rgba[4 * i + 3]! < 128 || !isWanted(i)) continue;
    pixels.push(rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!);
  }
  return Uint8Array.from(pixels);
}

/** The picture with its long edge at most EDGE_PX, each pixel the mean of those it stands for. */
function smaller({ width, height, rgba }: Raster): Raster {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / EDGE_PX));
  const [wide, high] = [Math.ceil(width / step), Math.ceil(height / step)];
  const sums = new Float32Array(4 * wide * high);
  const counts = new Uint16Array(wide * high);
  for (let i = 0; i < width * height; i++) {
    const to = Math.floor(Math.floor(i / width) / step) * wide + Math.floor((i % width) / step);
    counts[to]! += 1;
    for (let k = 0; k < 4; k++) sums[4 * to + k]! += rgba[4 * i + k]!;
  }
  const mean = sums.map((sum, i) => Math.round(sum / counts[i >> 2]!));
  return { width: wide, height: high, rgba: Uint8Array.from(mean) };
}
