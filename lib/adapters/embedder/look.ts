import sharp from "sharp";
import { LOOK_DIMENSIONS, LOOK_VERSION } from "../../kernel/look/describe.ts";
import type { Raster } from "../../kernel/raster/raster.ts";
import { invalidInput } from "../../shared/errors.ts";
import { workshop } from "../../workshop/client.ts";
import type { Embedder } from "./port.ts";

/** Long edge of what is looked at, px: finer detail says nothing of how a thing looks. */
const EDGE_PX = 224;

/** The kernel's descriptor of what a picture's subject looks like, by the workshop process; it knows no words. */
export function createLookEmbedder(): Embedder {
  const shop = workshop();
  return {
    id: { name: "look", version: LOOK_VERSION, dimensions: LOOK_DIMENSIONS },
    async embedPictures(pictures, { signal, urgent = false } = {}) {
      const vectors: Float32Array[] = [];
      for (const [index, { bytes }] of pictures.entries()) {
        const raster = await toRaster(bytes, index);
        vectors.push(await shop.describeLook({ raster, urgent }, { signal }));
      }
      return vectors;
    },
    check: () => shop.check(),
  };
}

/** The picture, its long edge at most EDGE_PX. */
export async function toRaster(bytes: Uint8Array, index = 0): Promise<Raster> {
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
