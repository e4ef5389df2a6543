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
  // Sharp takes alpha away after it has joined channels: in one go the new one would be lost.
  const rgb = await sharp(png).removeAlpha().raw().toBuffer();
  const cut = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  return new Uint8Array(cut);
}
