import sharp from "sharp";
import type { CartoonsRequest, DrawnCartoons } from "../adapters/figures/port.ts";
import { type Candidate, drawCartoons } from "../kernel/figurine/cartoon/draw-cartoons.ts";
import type { FaceReading } from "../kernel/figurine/cartoon/types.ts";
import { decodePng } from "../kernel/raster/decode-png.ts";
import type { Raster } from "../kernel/raster/raster.ts";

/** Cartoons before they are files. */
export interface CartoonRasters {
  reading: FaceReading;
  candidates: Omit<Candidate, "drawn">[];
}

/** Draws what is asked for. The photo is decoded for this alone: nothing of a face is kept beyond the call. */
export function cartoonsOf({ photo, made = [], ...order }: CartoonsRequest): CartoonRasters {
  const pictures = made.map(({ png }) => decodePng(png));
  const { reading, candidates } = drawCartoons(decodePng(photo.png), order, pictures);
  return { reading, candidates: candidates.map(({ drawn: _, ...candidate }) => candidate) };
}

export async function encodeCartoons({
  reading,
  candidates,
}: CartoonRasters): Promise<DrawnCartoons> {
  return {
    reading,
    candidates: await Promise.all(
      candidates.map(async ({ seed, skin, score, picture, face }) => ({
        ...{ seed, skin, score, edgePx: picture.width },
        picture: await encodeRaster(picture),
        face: await encodeRaster(face),
      })),
    ),
  };
}

/** A raster as a PNG file. */
export async function encodeRaster({ rgba, width, height }: Raster): Promise<Uint8Array> {
  const raw = { width, height, channels: 4 as const };
  return new Uint8Array(await sharp(rgba, { raw }).png({ compressionLevel: 6 }).toBuffer());
}
