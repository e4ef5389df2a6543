import type { Part } from "../../kernel/mesh.ts";
import { encodeTurntable } from "../encode.ts";
import type { Picture, PictureOrder } from "../protocol.ts";
import type { Studio } from "./studio.ts";

/** Frames of a turn and their edge: a first look, and the one that is kept. Both are drawn as drafts. */
const TURNS = {
  draft: { frames: 12, mostPx: 256 },
  final: { frames: 24, mostPx: 384 },
} as const;

/** Draws the piece once around, as an animated WebP. Throws as `Studio.draw` does. */
export async function drawTurntable(
  studio: Studio,
  parts: readonly Part[],
  order: PictureOrder,
  about: Record<string, unknown>,
  signal: AbortSignal,
): Promise<Picture> {
  const { frames, mostPx } = TURNS[order.quality];
  const sizePx = Math.min(order.sizePx, mostPx);
  const drawn: Uint8ClampedArray[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const turnDeg = (360 * frame) / frames;
    const shot = { ...order, view: "hero", quality: "draft", sizePx, turnDeg } as const;
    drawn.push((await studio.draw(parts, shot, { signal })).rgba);
  }
  return encodeTurntable(drawn, sizePx, order, about);
}
