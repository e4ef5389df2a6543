import type { Texture } from "../../mesh.ts";
import type { Fabric } from "../design.ts";
import { blend, lightness, type Srgb, scaled, srgbOf } from "./colour.ts";
import { type Inks, PRINTS } from "./prints.ts";
import { WEAVES } from "./weaves.ts";

/** A square picture of cloth that joins itself on all sides. */
export interface Swatch {
  texture: Texture;
  /** Edge of the picture on the cloth, mm. */
  tileMm: number;
}

const PX_PER_MM = 3.2;
const LEAST_PX = 128;
const MOST_PX = 512;

/** Pictures on models have edges that are powers of two. */
const edgePx = (tileMm: number) =>
  Math.max(LEAST_PX, Math.min(MOST_PX, 2 ** Math.round(Math.log2(tileMm * PX_PER_MM))));

/** Plain cloth has no repeat; its weave is drawn on a piece this large, mm. */
const PLAIN_TILE_MM = 96;

/** Leaves lie between the colours, towards green on light ground. */
function inksOf({ colour, secondColour }: Fabric): Inks {
  const ground = srgbOf(colour);
  const figure = srgbOf(secondColour);
  const leaf: Srgb = lightness(ground) > 0.5 ? [92, 122, 84] : [134, 168, 120];
  return { ground, figure, accent: blend(blend(ground, figure, 0.5), leaf, 0.6) };
}

/** How many repeats a tile holds: small prints are drawn several times, so that the weave does not repeat with them. */
const repeatsOn = (repeatMm: number) => Math.max(1, Math.round(60 / repeatMm));

const KEPT = 4;
const kept = new Map<string, Swatch>();

/** The cloth's picture; the last few are kept, since most edits leave the cloth alone. */
export function drawSwatch(fabric: Fabric): Swatch {
  const { weave, print, repeatMm, colour, secondColour } = fabric;
  const key = JSON.stringify([weave, print, repeatMm, colour, secondColour]);
  const known = kept.get(key) ?? paintSwatch(fabric);
  kept.delete(key);
  kept.set(key, known);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return known;
}

/** The cloth's picture at true scale: one tile is a whole number of repeats of the print. */
function paintSwatch(fabric: Fabric): Swatch {
  const isPlain = fabric.print === "plain";
  const repeats = isPlain ? 1 : repeatsOn(fabric.repeatMm);
  const tileMm = isPlain ? PLAIN_TILE_MM : fabric.repeatMm * repeats;
  const size = edgePx(tileMm);
  const inks = inksOf(fabric);
  const print = PRINTS[fabric.print];
  const weave = WEAVES[fabric.weave];
  const rgb = new Uint8Array(size * size * 3);
  const blur = (0.7 * repeats) / size;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const u = (x + 0.5) / size;
      const v = (y + 0.5) / size;
      const colour = scaled(print(u * repeats, v * repeats, inks, blur), weave({ u, v, tileMm }));
      for (let k = 0; k < 3; k++)
        rgb[(y * size + x) * 3 + k] = Math.max(0, Math.min(255, Math.round(colour[k]!)));
    }
  return { texture: { width: size, height: size, rgb }, tileMm };
}

/** Cloth of a plain colour with the garment's own weave: belts, bindings, collars. */
export const plainSwatch = (fabric: Fabric, colour: string): Swatch =>
  drawSwatch({ ...fabric, print: "plain", colour });
