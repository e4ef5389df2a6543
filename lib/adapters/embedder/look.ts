import sharp from "sharp";
import { describeLook, LOOK_DIMENSIONS, LOOK_VERSION } from "../../kernel/look/describe.ts";
import type { Raster } from "../../kernel/raster/raster.ts";
import { invalidInput } from "../../shared/errors.ts";
import type { Embedder } from "./port.ts";

/** Long edge of what is looked at, px: finer detail says nothing of how a thing looks. */
const EDGE_PX = 224;

/** The kernel's descriptor of what the picture's subject looks like; it knows no words. */
export function createLookEmbedder(): Embedder {
  return {
    id: { name: "look", version: LOOK_VERSION, dimensions: LOOK_DIMENSIONS },
    async embedPictures(pictures) {
      const vectors: Float32Array[] = [];
      for (const [index, { bytes }] of pictures.entries()) {
        vectors.push(describeLook(await toRaster(bytes, index)));
      }
      return vectors;
    },
    async check() {},
  };
}

async function toRaster(bytes: Uint8Array, index: number): Promise<Raster> {
  try {
    const { data, info } = await sharp(bytes)
      .autoOrient()
      .resize({ width: EDGE_PX, height: EDGE_PX, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
  } catch (cause) {
    throw invalidInput("This is no picture that can be read.", { details: { index }, cause });
  }
}
