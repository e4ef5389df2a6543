import { env } from "#lib/env.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import {
  type CleanPictureFile,
  cleanPictureFile,
  tooManyBytes,
} from "#lib/images/clean-picture.ts";
import { AppError, type ErrorCode, invalidInput, isAppError } from "#lib/shared/errors.ts";
import { sourceName, uniqueNames } from "./source-name.ts";

/** A photo is kept this large along its longer side, px: more than any engine looks at. */
const PHOTO_EDGE_PX = 2560;

/** A photo fit to be modelled. */
export interface GoodPhoto {
  /** Of its results, unique in the batch. */
  name: string;
  picture: CleanPictureFile;
}

/** A file that was not taken, and why. */
export interface RefusedPhoto {
  /** As the sender named it, made readable. */
  file: string;
  code: ErrorCode;
  message: string;
}

export interface TakenPhotos {
  good: GoodPhoto[];
  refused: RefusedPhoto[];
}

/** Looks at every file of a form, one after another: a picture upright and without metadata, or the reason why not. */
export async function takePhotos(files: readonly UploadedFile[]): Promise<TakenPhotos> {
  const names = uniqueNames(files.map(({ filename }) => sourceName(filename)));
  const good: GoodPhoto[] = [];
  const refused: RefusedPhoto[] = [];
  for (const [index, file] of files.entries()) {
    const name = names[index]!;
    try {
      good.push({ name, picture: await takePhoto(file) });
    } catch (error) {
      if (!isAppError(error)) throw error;
      refused.push({ file: name, code: error.code, message: error.userMessage });
    }
  }
  return { good, refused };
}

async function takePhoto(file: UploadedFile): Promise<CleanPictureFile> {
  if (file.isTruncated) throw tooManyBytes(env().MAX_FILE_SIZE);
  if (file.bytes === 0) throw invalidInput("This file is empty.");
  return cleanPictureFile(file.path(), PHOTO_EDGE_PX);
}

/** The refusal of a whole batch: names each file with its reason, under the code they share. */
export function refusedBatch({ good, refused }: TakenPhotos): AppError {
  const [first] = refused;
  const sameCode = refused.every(({ code }) => code === first?.code);
  const lines = refused.map(({ file, message }) => `"${file}": ${message}`).join(" ");
  return new AppError(
    sameCode && first ? first.code : "invalid_input",
    `${refused.length} of ${good.length + refused.length} files cannot be used; nothing was taken. ${lines}`,
    { details: { file: first?.file, files: refused } },
  );
}
