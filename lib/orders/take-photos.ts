import { readFile } from "node:fs/promises";
import { v7 as newUuid } from "uuid";
import type { StoredBlob } from "#lib/adapters/blob/port.ts";
import type { Ctx } from "#lib/context.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { cleanPictureFile } from "#lib/images/clean-picture.ts";
import { MEDIA_TYPES } from "#lib/images/picture-header.ts";
import { AppError, isAppError } from "#lib/shared/errors.ts";

/** A photo is kept this large along its longer side, px. */
const PHOTO_EDGE_PX = 1600;

export interface TakenPhoto extends StoredBlob {
  id: string;
  blobKey: string;
  mediaType: string;
  width: number;
  height: number;
}

/**
 * Stores photos of the work under the folder: upright, without metadata, encrypted at rest. Throws `unsupported_type` or
 * `invalid_input` naming the file that is no picture, and then keeps none.
 */
export async function takePhotos(
  ctx: Ctx,
  folder: string,
  files: readonly UploadedFile[],
): Promise<TakenPhoto[]> {
  const taken: TakenPhoto[] = [];
  try {
    for (const file of files) taken.push(await takePhoto(ctx, folder, file));
    return taken;
  } catch (error) {
    await dropPhotos(ctx, taken);
    if (!isAppError(error)) throw error;
    const named = files[taken.length]?.filename ?? "photo";
    const { code, userMessage, details } = error as AppError;
    const message = `"${named}": ${userMessage}`;
    throw new AppError(code, message, { details: { ...details, file: named } });
  }
}

/** Removes the photos of a milestone that was not written after all. */
export const dropPhotos = (ctx: Ctx, photos: readonly TakenPhoto[]) =>
  ctx.adapters.blob.delete(photos.map(({ blobKey }) => blobKey));

async function takePhoto(ctx: Ctx, folder: string, file: UploadedFile): Promise<TakenPhoto> {
  const { format, path, width, height } = await cleanPictureFile(file.path(), PHOTO_EDGE_PX);
  const id = newUuid();
  const blobKey = `${folder}/${id}.${format}`;
  const mediaType = MEDIA_TYPES[format];
  const bytes = new Uint8Array(await readFile(/* turbopackIgnore: true */ path));
  const stored = await ctx.adapters.blob.put(blobKey, bytes, {
    contentType: mediaType,
    personal: true,
  });
  return { id, blobKey, mediaType, width, height, ...stored };
}
