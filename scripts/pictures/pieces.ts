import os from "node:os";
import sharp from "sharp";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { createStudio, type DrawOrder, type Studio } from "#lib/workshop/drawing/studio.ts";

/** A ring to be drawn: only what differs from the kind's defaults. */
export type RingWish = Record<string, string | number>;

const kernel = await loadSolidKernel();

/** The solids of a ring's final mesh. */
export function ringParts(wish: RingWish): Part[] {
  const ring = getKind("ring");
  return buildPiece(kernel, ring, parseSpec(ring, wish), "final").parts;
}

export function openStudio(): Studio {
  return createStudio({ threads: os.availableParallelism() });
}

/** A picture as sharp takes it. */
export async function drawRing(studio: Studio, wish: RingWish, order: DrawOrder) {
  const { rgba, width, height } = await studio.draw(ringParts(wish), order);
  return sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  });
}
