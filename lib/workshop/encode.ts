import sharp from "sharp";
import type { Picture, PictureOrder } from "./protocol.ts";

/** WebP quality: drafts are looked at for seconds, finals are kept. */
const WEBP_QUALITY = { draft: 80, final: 92 } as const;

/** Straight RGBA rows → a picture file: PNG where it is transparent, WebP otherwise. */
export async function encodePicture(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  order: PictureOrder,
): Promise<Picture> {
  const raw = sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  });
  const transparent = order.background === "transparent";
  const encoded = transparent
    ? raw.png({ compressionLevel: 8 })
    : raw.removeAlpha().webp({ quality: WEBP_QUALITY[order.quality], effort: 3 });
  const bytes = new Uint8Array(await encoded.toBuffer());
  return { ...order, width, height, mediaType: transparent ? "image/png" : "image/webp", bytes };
}
