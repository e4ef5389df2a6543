import type { Part } from "../mesh.ts";
import { develop } from "./develop.ts";
import { shadeFloorRow, smoothFloor } from "./floor-shade.ts";
import { prepareGeometry } from "./geometry.ts";
import type { Lights } from "./light-presets.ts";
import { bakeLighting, type Lighting } from "./lighting.ts";
import { FLOOR_SIDE, type PictureSpec, type Shot, setUpShot } from "./shot.ts";
import { TilePainter, tileCount } from "./tile.ts";

const baked = new Map<Lights, Lighting>();

/** The lights of this thread, baked when they are first asked for. */
export function standardLighting(lights: Lights = "studio"): Lighting {
  const lighting = baked.get(lights) ?? bakeLighting(lights);
  baked.set(lights, lighting);
  return lighting;
}

/** Draws a piece on this thread alone: 8-bit sRGB rgba, widthPx × heightPx. The workshop spreads the same work over threads. */
export function drawPicture(parts: readonly Part[], spec: PictureSpec): Uint8Array {
  const shot = setUpShot(prepareGeometry(parts), standardLighting(spec.lights), spec);
  for (let row = 0; row < FLOOR_SIDE; row++) shadeFloorRow(shot, row);
  smoothFloor(shot.floorShade);
  return develop(paint(shot), spec.widthPx, spec.heightPx);
}

/** Premultiplied linear rgba of a shot whose floor map is filled. */
export function paint(shot: Shot): Float32Array {
  const pixels = new Float32Array(shot.widthPx * shot.heightPx * 4);
  const painter = new TilePainter(shot);
  for (let tile = 0; tile < tileCount(shot); tile++) painter.paint(tile, pixels);
  return pixels;
}
