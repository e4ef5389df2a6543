import os from "node:os";
import sharp from "sharp";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import type { BuildAssets } from "#lib/kinds/assets.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece, type Piece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { createStudio, type DrawOrder, type Studio } from "#lib/workshop/drawing/studio.ts";
import { importedVase } from "./vase.ts";

export type AnyPiece = Piece<Record<string, unknown>>;

const kernel = await loadSolidKernel();

/** What a sentence makes of a kind; fails on what the kind refuses or asks back. */
export function pieceOf(kindId: string, sentence: string): AnyPiece {
  const kind: Kind = getKind(kindId);
  const { patch, refused, questions } = kind.read(sentence, { current: null, locale: "en" });
  const doubt = refused[0] ?? questions[0];
  if (doubt) throw new Error(`“${sentence}”: ${doubt.message}`);
  return buildPiece(kernel, kind, parseSpec(kind, patch), "final");
}

/** A vase that was brought as an STL. */
export function broughtPiece(): AnyPiece {
  const kind: Kind = getKind("model");
  const assets: BuildAssets = { pictures: {}, meshes: { vase: importedVase(kernel) } };
  const spec = kind.schema.parse({ heightMm: 120, material: "resin-ivory" });
  return buildPiece(kernel, kind, { ...spec, mesh: "vase" }, "final", { assets });
}

export function openStudio(): Studio {
  return createStudio({ threads: os.availableParallelism() });
}

/** A picture of a piece as sharp takes it. */
export async function drawPiece(studio: Studio, { parts }: AnyPiece, order: DrawOrder) {
  const { rgba, width, height } = await studio.draw(parts, order);
  return sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  });
}
