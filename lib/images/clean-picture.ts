import { open } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { AppError, invalidInput } from "#lib/shared/errors.ts";
import { type PictureFormat, pictureFormat } from "./picture-header.ts";

// Uploads are each decoded once: libvips has nothing to gain from keeping them.
sharp.cache(false);

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
  const format = requireFormat(bytes);
  await checkHeader(bytes);
  try {
    const upright = sharp(bytes, { limitInputPixels: MAX_PIXELS }).autoOrient();
    const { data, info } = await encode(upright, format).toBuffer({ resolveWithObject: true });
    return { format, bytes: data, width: info.width, height: info.height };
  } catch (cause) {
    throw brokenPicture(cause);
  }
}

/** Bytes in which every picture format can be told. */
const SIGNATURE_BYTES = 32;

/** A picture made clean, on disk. */
export interface CleanPictureFile extends Omit<CleanPicture, "bytes"> {
  path: string;
}

/**
 * The same of a file, made no larger than `edgePx` along its longer side and written to a file beside it: neither the
 * bytes nor all the pixels are held in memory. Eight bits of sRGB, whatever it was.
 */
export async function cleanPictureFile(path: string, edgePx: number): Promise<CleanPictureFile> {
  const format = requireFormat(await firstBytes(path, SIGNATURE_BYTES));
  await checkHeader(path);
  const target = `${path}.clean`;
  try {
    const upright = sharp(path, { limitInputPixels: MAX_PIXELS, sequentialRead: true })
      .autoOrient()
      .resize({ width: edgePx, height: edgePx, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb");
    const { width, height } = await encode(upright, format).toFile(target);
    return { format, path: target, width, height };
  } catch (cause) {
    throw brokenPicture(cause);
  }
}

async function firstBytes(path: string, count: number): Promise<Uint8Array> {
  const file = await open(/* turbopackIgnore: true */ path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function requireFormat(bytes: Uint8Array): PictureFormat {
  const format = pictureFormat(bytes);
  if (format) return format;
  throw new AppError("unsupported_type", "Send a JPEG, PNG or WebP picture.", {
    details: { allowed: ["image/jpeg", "image/png", "image/webp"] },
  });
}

async function checkHeader(source: Uint8Array | string): Promise<void> {
  const header = await sharp(source, { limitInputPixels: false })
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
