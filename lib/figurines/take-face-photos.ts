import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import sharp from "sharp";
import { v7 as uuid } from "uuid";
import { personalWorkspaceId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { cleanPictureFile, tooManyBytes } from "#lib/images/clean-picture.ts";
import { MEDIA_TYPES } from "#lib/images/picture-header.ts";
import { countTones } from "#lib/kernel/figurine/cartoon/measure-crop.ts";
import { requireAllowedPicture } from "#lib/moderation/require-allowed-picture.ts";
import { AppError, invalidInput } from "#lib/shared/errors.ts";
import { MOST_FACE_PHOTOS } from "./options.ts";

/** A photo is kept this large along its longer side, px: a crop of an eighth still has enough. */
const PHOTO_EDGE_PX = 2560;

export interface KeptPhoto {
  id: string;
  position: number;
  blobKey: string;
  mediaType: string;
  width: number;
  height: number;
  bytes: number;
  tones: number;
}

/**
 * Face photos made upright and free of metadata, encrypted at rest under `faces/`. Throws `invalid_input`,
 * `too_large`, `unsupported_type`, `rule_broken` for one that may not be shown; what was stored by then is removed.
 */
export async function takeFacePhotos(
  ctx: Ctx,
  files: readonly UploadedFile[],
): Promise<KeptPhoto[]> {
  requireCount(files.length);
  const kept: KeptPhoto[] = [];
  try {
    for (const file of files) kept.push(await keepPhoto(ctx, file, kept.length));
    return kept;
  } catch (error) {
    await ctx.adapters.blob.delete(kept.map(({ blobKey }) => blobKey));
    throw error;
  }
}

function requireCount(count: number): void {
  if (count === 0)
    throw invalidInput("Send one to three photos of the face in the field `photos`.");
  if (count <= MOST_FACE_PHOTOS) return;
  throw new AppError("too_large", `At most ${MOST_FACE_PHOTOS} photos; these are ${count}.`, {
    details: { field: "photos", value: count, maximum: MOST_FACE_PHOTOS },
  });
}

async function keepPhoto(ctx: Ctx, file: UploadedFile, position: number): Promise<KeptPhoto> {
  if (file.isTruncated) throw tooManyBytes(env().MAX_FILE_SIZE);
  if (file.bytes === 0) throw invalidInput("This file is empty.");
  const { path, format, width, height } = await cleanPictureFile(file.path(), PHOTO_EDGE_PX);
  const tones = await tonesOf(file.path());
  await requireAllowedPicture(ctx, {
    read: () => readFile(/* turbopackIgnore: true */ path),
    ...{ subjectType: "picture", workspaceId: await personalWorkspaceId(ctx) },
  });
  const id = uuid();
  const blobKey = `faces/${id}.${format}`;
  const mediaType = MEDIA_TYPES[format];
  const body = Readable.toWeb(createReadStream(/* turbopackIgnore: true */ path));
  const { bytes } = await ctx.adapters.blob.put(blobKey, body as ReadableStream<Uint8Array>, {
    contentType: mediaType,
    personal: true,
  });
  return { id, position, blobKey, mediaType, width, height, bytes, tones };
}

/** Edge of the middle of a photo whose greys are counted, px. */
const COUNTED_PX = 640;

/** Greys of the middle of a file as it was sent: made smaller, a picture of one bit has many. */
async function tonesOf(path: string): Promise<number> {
  const { width, height } = await sharp(path).metadata();
  const [wide, high] = [Math.min(width, COUNTED_PX), Math.min(height, COUNTED_PX)];
  const { data, info } = await sharp(path)
    .extract({ left: (width - wide) >> 1, top: (height - high) >> 1, width: wide, height: high })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return countTones({ width: info.width, height: info.height, rgba: new Uint8Array(data) });
}
