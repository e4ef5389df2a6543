import { open, readFile } from "node:fs/promises";
import { v7 as newUuid } from "uuid";
import type { StoredBlob } from "#lib/adapters/blob/port.ts";
import type { Ctx } from "#lib/context.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { cleanPictureFile } from "#lib/images/clean-picture.ts";
import { MEDIA_TYPES, pictureFormat } from "#lib/images/picture-header.ts";
import { AppError, invalidInput, isAppError } from "#lib/shared/errors.ts";
import { fileKind, READABLE_KINDS } from "./file-kind.ts";

/** A picture is kept this large along its longer side, px. */
const PICTURE_EDGE_PX = 2560;
/** Bytes in which every accepted kind of file can be told. */
const HEAD_BYTES = 512;
const LONGEST_NAME = 120;
/** Path separators, what file systems refuse, control and direction-changing characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*\\/]/gu;

/** A file that was looked at and stored. */
export interface TakenFile extends StoredBlob {
  id: string;
  filename: string;
  mediaType: string;
  blobKey: string;
}

/**
 * Looks at the content of every file and stores it under the folder: pictures upright and without metadata, PDFs and
 * model files as they are; all encrypted at rest. Throws `unsupported_type` or `invalid_input` naming the file, and then
 * keeps none.
 */
export async function takeFiles(
  ctx: Ctx,
  folder: string,
  files: readonly UploadedFile[],
): Promise<TakenFile[]> {
  const taken: TakenFile[] = [];
  try {
    for (const file of files) taken.push(await takeFile(ctx, folder, file));
    return taken;
  } catch (error) {
    await dropFiles(ctx, taken);
    throw error;
  }
}

/** Removes what was stored for a message that was not written after all. */
export const dropFiles = (ctx: Ctx, files: readonly { blobKey: string }[]) =>
  ctx.adapters.blob.delete(files.map(({ blobKey }) => blobKey));

async function takeFile(ctx: Ctx, folder: string, file: UploadedFile): Promise<TakenFile> {
  const filename = safeName(file.filename);
  if (file.bytes === 0) throw unusable(filename, "it is empty");
  const id = newUuid();
  const head = await firstBytes(file.path());
  const isPicture = pictureFormat(head) !== null;
  const { bytes, mediaType } = isPicture
    ? await cleaned(file, filename)
    : { bytes: file.stream(), mediaType: kindOf(head, file.bytes, filename) };
  const blobKey = `${folder}/${id}`;
  const options = { contentType: mediaType, personal: true };
  const stored = await ctx.adapters.blob.put(blobKey, bytes, options);
  return { id, filename, mediaType, blobKey, ...stored };
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(/* turbopackIgnore: true */ path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function cleaned(file: UploadedFile, filename: string) {
  try {
    const { path, format } = await cleanPictureFile(file.path(), PICTURE_EDGE_PX);
    const bytes = new Uint8Array(await readFile(/* turbopackIgnore: true */ path));
    return { bytes, mediaType: MEDIA_TYPES[format] };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { code, userMessage, details } = error as AppError;
    const message = `"${filename}": ${userMessage}`;
    throw new AppError(code, message, { details: { ...details, file: filename } });
  }
}

function kindOf(head: Uint8Array, bytes: number, filename: string): string {
  const kind = fileKind(head, bytes);
  if (kind) return kind;
  throw new AppError(
    "unsupported_type",
    `"${filename}" is none of the files that can be sent: ${READABLE_KINDS}.`,
    { details: { file: filename, allowed: READABLE_KINDS } },
  );
}

const unusable = (filename: string, why: string) =>
  invalidInput(`"${filename}" cannot be sent: ${why}.`, { details: { file: filename } });

function safeName(filename: string): string {
  const last = filename.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  return last.replace(UNSAFE, "").replace(/^\.+/, "").slice(0, LONGEST_NAME) || "file";
}
