import sharp from "sharp";
import { type GlbPictures, glbPictures } from "../kernel/import/glb-pictures.ts";
import type { Raster } from "../kernel/raster/raster.ts";
import { isAppError } from "../shared/errors.ts";

/** Colours are taken at vertices: more of a picture is not seen. */
const EDGE_PX = 1024;
const MOST_PICTURES = 16;
const MOST_PIXELS = 8192 * 8192;

/** The pictures of a GLB, decoded; one that cannot be is left out, and a file that is broken has none. */
export async function decodeForeignPictures(bytes: Uint8Array): Promise<GlbPictures> {
  const decoded = new Map<number, Raster>();
  for (const [place, encoded] of encodedPictures(bytes).slice(0, MOST_PICTURES)) {
    const raster = await decode(encoded).catch(() => null);
    if (raster) decoded.set(place, raster);
  }
  return decoded;
}

/** What is wrong with a broken file is told by whoever reads its mesh. */
function encodedPictures(bytes: Uint8Array): [number, Uint8Array][] {
  try {
    return [...glbPictures(bytes)];
  } catch (error) {
    if (isAppError(error)) return [];
    throw error;
  }
}

async function decode(encoded: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(encoded, { limitInputPixels: MOST_PIXELS })
    .resize({ width: EDGE_PX, height: EDGE_PX, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}
