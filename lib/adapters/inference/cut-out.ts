import sharp from "sharp";

/** The picture where its mask is white, transparent elsewhere, as PNG. */
export async function cutOut(png: Uint8Array, mask: Uint8Array): Promise<Uint8Array> {
  const { width, height } = await sharp(png).metadata();
  const alpha = await sharp(mask)
    .resize(width, height, { fit: "fill" })
    .flatten({ background: "black" })
    .greyscale()
    .extractChannel(0)
    .raw()
    .toBuffer();
  const raw = { width, height, channels: 1 as const };
  const cut = await sharp(png).removeAlpha().joinChannel(alpha, { raw }).png().toBuffer();
  return new Uint8Array(cut);
}
