import sharp from "sharp";
import type { Ctx } from "#lib/context.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import { conflict } from "#lib/shared/errors.ts";
import type { FigurineInput } from "./options.ts";
import type { FigurineRow } from "./types.ts";

/** Where the crop tool's guide has eyes and mouth, as shares of the crop: what is taken where nothing was marked. */
const GUIDE = { rightEye: [0.36, 0.42], leftEye: [0.64, 0.42], mouth: [0.5, 0.68] } as const;

export interface Marks {
  rightEye: readonly [number, number];
  leftEye: readonly [number, number];
  mouth: readonly [number, number];
}

export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** Eyes and mouth as shares of the photo: those marked, else where the guide has them. */
export function marksOf({
  crop,
  eyes,
  mouth,
}: Pick<FigurineInput, "crop" | "eyes" | "mouth">): Marks {
  const { x, y, width, height } = crop ?? WHOLE;
  const inPhoto = ([u, v]: readonly [number, number]) => [x + u * width, y + v * height] as const;
  return {
    rightEye: eyes?.right ?? inPhoto(GUIDE.rightEye),
    leftEye: eyes?.left ?? inPhoto(GUIDE.leftEye),
    mouth: mouth ?? inPhoto(GUIDE.mouth),
  };
}

/** The bytes of the photo the face is of, or of another. Throws `conflict` once the photos were removed. */
export async function readPhoto(
  ctx: Ctx,
  { photos }: Pick<FigurineRow, "photos">,
  { photo: index }: { photo: number },
) {
  const photo = photos[index] ?? photos[0];
  if (!photo) throw photosGone();
  return { photo, bytes: await ctx.adapters.blob.read(photo.blobKey) };
}

export const photosGone = () =>
  conflict("The photos of this figurine were removed. Send them again as a new figurine.");

const within = (edgePx: number) =>
  ({ width: edgePx, height: edgePx, fit: "inside", withoutEnlargement: true }) as const;

/** A crop of a photo with its long edge at most `edgePx`, as RGBA. */
export async function rasterOf(bytes: Uint8Array, crop: Crop, edgePx: number): Promise<Raster> {
  const { width, height } = await sharp(bytes).metadata();
  const { data, info } = await sharp(bytes)
    .extract(areaOf(crop, width, height))
    .resize(within(edgePx))
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}

/** A crop in whole pixels, at least one each way. */
function areaOf(crop: Crop, width: number, height: number) {
  const left = Math.min(width - 1, Math.round(crop.x * width));
  const top = Math.min(height - 1, Math.round(crop.y * height));
  const wide = Math.min(width - left, Math.round(crop.width * width));
  const high = Math.min(height - top, Math.round(crop.height * height));
  return { left, top, width: Math.max(1, wide), height: Math.max(1, high) };
}

/** The same as the kernel takes it: a PNG of RGBA pixels. */
export async function rasterPng(
  bytes: Uint8Array,
  crop: Crop,
  edgePx: number,
): Promise<Uint8Array> {
  const { width, height } = await sharp(bytes).metadata();
  const png = await sharp(bytes)
    .extract(areaOf(crop, width, height))
    .resize(within(edgePx))
    .toColourspace("srgb")
    .ensureAlpha()
    .png({ compressionLevel: 1, palette: false, progressive: false })
    .toBuffer();
  return new Uint8Array(png);
}
