import sharp from "sharp";
import type { SolidKernel } from "#lib/kernel/solid/kernel.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece, type Piece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import type { DrawOrder, Studio } from "#lib/workshop/drawing/studio.ts";

/** Edge of a catalogue picture, px. */
export const PICTURE_PX = 224;
const WEBP_QUALITY = 80;

export type AnyPiece = Piece<Record<string, unknown>>;

/** The piece of a spec as a preview: its looks and price at a fraction of the time. */
export function buildProduct(
  kernel: SolidKernel,
  { kind, spec }: { kind: string; spec: Record<string, unknown> },
): AnyPiece {
  const found = getKind(kind);
  return buildPiece(kernel, found, parseSpec(found, spec), "preview", { walls: false });
}

/** A small WebP of a piece. */
export async function drawProduct(
  studio: Studio,
  { parts }: AnyPiece,
  order: Partial<DrawOrder> = {},
): Promise<Buffer> {
  const { rgba, width, height } = await studio.draw(parts, {
    ...{ view: "hero", seed: 0, sizePx: PICTURE_PX, quality: "draft" },
    ...order,
  });
  return sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  })
    .webp({ quality: WEBP_QUALITY, effort: 6 })
    .toBuffer();
}
