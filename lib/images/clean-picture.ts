import sharp, { type Sharp } from "sharp";
import { AppError, invalidInput } from "#lib/shared/errors.ts";
import { type PictureFormat, pictureFormat } from "./picture-header.ts";

/** Largest picture, pixels. */
export const MAX_PIXELS = 50_000_000;

export interface CleanPicture {
  format: PictureFormat;
  bytes: Uint8Array;
  width: number;
  height: number;
}

/**
 * The picture turned upright, in its own format, without EXIF, GPS or other metadata. Size is judged from the header before
 * anything is decoded. Throws `too_large` (bytes, pixels), `unsupported_type`, `invalid_input` (broken file).
 */
export async function cleanPicture(bytes: Uint8Array, maxBytes: number): Promise<CleanPicture> {
  if (bytes.byteLength > maxBytes) throw tooManyBytes(maxBytes);
  const format = pictureFormat(bytes);
  if (!format) {
    throw new AppError("unsupported_type", "Send a JPEG, PNG or WebP picture.", {
      details: { allowed: ["image/jpeg", "image/png", "image/webp"] },
    });
  }
  await checkHeader(bytes);
  try {
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient();
    const { data, info } = await encode(upright, format).toBuffer({ resolveWithObject: true });
    return { format, bytes: data, width: info.width, height: info.height };
  } catch (cause) {
    throw brokenPicture(cause);
  }
}

async function checkHeader(bytes: Uint8Array): Promise<void> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw brokenPicture(cause);
    });
  const pixels = header.width * header.height;
  if (pixels <= MAX_PIXELS) return;
  const megapixels = Math.round(pixels / 1e6);
  throw new AppError("too_large", `This picture has ${megapixels} megapixels; 50 is the most.`, {
    details: { maximum_pixels: MAX_PIXELS, pixels },
  });
}

function encode(picture: Sharp, format: PictureFormat): Sharp {
  if (format === "jpeg") return picture.jpeg({ quality: 92 });
  if (format === "webp") return picture.webp({ quality: 92 });
  return picture.png();
}

/** `too_large`: the file has more bytes than allowed. */
export const tooManyBytes = (maxBytes: number) =>
  new AppError("too_large", `A picture has at most ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
    details: { maximum_bytes: maxBytes },
  });

const brokenPicture = (cause: unknown) =>
  invalidInput("This file cannot be read as a picture. Save it again and retry.", { cause });
