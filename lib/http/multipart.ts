import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { Busboy, type BusboyFileStream, type BusboyHeaders } from "@fastify/busboy";
import { env } from "../env.ts";
import { requireDiskSpace } from "../health/disk-space.ts";
import { AppError, invalidInput } from "../shared/errors.ts";
import { tooLarge } from "./body.ts";
import { toCamelKey } from "./case.ts";
import { cleanText } from "./clean-text.ts";

/** A file of a form, kept on disk until the request is answered. */
export interface UploadedFile {
  /** Name of the form field, without a trailing `[]`. */
  field: string;
  filename: string;
  /** What the sender calls it; look at the bytes before you believe it. */
  mediaType: string;
  bytes: number;
  sha256: string;
  /** Cut at the limit: there was more. Only where the form says `oversize: "mark"`. */
  isTruncated: boolean;
  /** Where it lies until the request is answered: a method, so that it is no part of what was sent. */
  path(): string;
  read(): Promise<Uint8Array>;
  stream(): ReadableStream<Uint8Array>;
}

export interface MultipartBody {
  /** Text fields with camelCase names; of a repeated one, the last. */
  fields: Record<string, string>;
  /** In the order sent. */
  files: UploadedFile[];
}

export interface MultipartLimits {
  fileBytes?: number;
  files?: number;
  /** What becomes of a file over the limit: the form is refused, or it is marked and the rest taken. */
  oversize?: "refuse" | "mark";
}

/** A form with a way to remove its files. */
export interface ReceivedForm {
  body: MultipartBody;
  /** Holds the files. */
  folder: string;
  remove(): Promise<void>;
}

const MOST_FILES = 25;
const FIELD_BYTES = 256 * 1024;
const MOST_FIELDS = 100;

const uploadsFolder = () => path.join(env().MAQUETTE_HOME, "uploads");

/** Removes what uploads left that a kill cut off. Call it before the first request: one process owns the state folder. */
export const removeInterruptedUploads = () => rm(uploadsFolder(), { recursive: true, force: true });

/**
 * Reads a multipart form as a stream: files go to disk piece by piece, so memory does not grow with
 * them. Throws `unsupported_type`, `too_large` (a file over the limit, or too many), `invalid_input`,
 * `insufficient_storage` before anything is written.
 */
export async function readMultipart(
  request: Request,
  limits: MultipartLimits = {},
): Promise<ReceivedForm> {
  const folder = path.join(uploadsFolder(), randomUUID());
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await requireDiskSpace(Number(request.headers.get("content-length")) || 0);
    return { body: await receive(request, folder, limits), folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function receive(
  request: Request,
  folder: string,
  { fileBytes = env().MAX_FILE_SIZE, files = MOST_FILES, oversize = "refuse" }: MultipartLimits,
): Promise<MultipartBody> {
  const fields: Record<string, string> = {};
  const received: Promise<UploadedFile>[] = [];
  const form = openForm(request, fileBytes, files);
  form.on("field", (name, value) => {
    fields[toCamelKey(fieldName(name))] = cleanText(value);
  });
  const refused = new Promise<never>((_, reject) => {
    form.on("filesLimit", () => reject(tooMany(files)));
    form.on("file", (name, stream, filename, _encoding, mediaType) => {
      const file = {
        field: fieldName(name),
        filename: cleanText(filename ?? ""),
        mediaType,
        fileBytes,
      };
      const target = path.join(folder, String(received.length));
      const stored = storeFile(stream, target, file).then((kept) => {
        if (kept.isTruncated && oversize === "refuse") throw tooLarge(fileBytes, filename);
        return kept;
      });
      stored.catch(reject);
      received.push(stored);
    });
  });
  const source = Readable.fromWeb(request.body as unknown as NodeWebStream);
  try {
    await Promise.race([parseForm(source, form), refused]);
    return { fields, files: await Promise.all(received) };
  } finally {
    source.destroy();
    await Promise.allSettled(received);
  }
}

/** `files[]` and `files` are one field; a part may come without a name. */
const fieldName = (name = "") => name.replace(/\[\]$/, "");

/** Ends when the form was read to its end. A refusal may come first, so its own failure is held. */
function parseForm(source: Readable, form: Busboy): Promise<void> {
  const parsed = pipeline(source, guarded(form)).catch((cause: unknown) => {
    throw invalidInput("The form is not complete.", { cause });
  });
  parsed.catch(() => {});
  return parsed;
}

/** The parser throws where a part's header is odd: that ends the form like any other error of it. */
function guarded(form: Busboy): Writable {
  const input = new Writable({
    write(piece: Buffer, encoding, done) {
      try {
        form.write(piece, encoding, () => done());
      } catch (cause) {
        done(cause as Error);
      }
    },
    final(done) {
      form.once("finish", () => done());
      form.end();
    },
  });
  form.on("error", (error: unknown) => input.destroy(error as Error));
  return input;
}

function openForm(request: Request, fileSize: number, files: number) {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data\s*;/i.test(type)) {
    throw new AppError("unsupported_type", "Send the files as multipart/form-data.");
  }
  const headers: BusboyHeaders = { "content-type": type };
  const limits = { fileSize, files, fields: MOST_FIELDS, fieldSize: FIELD_BYTES };
  try {
    return new Busboy({ headers, limits });
  } catch (cause) {
    throw invalidInput("The form has no boundary.", { cause });
  }
}

export function tooMany(files: number): AppError {
  return new AppError("too_large", `At most ${files} files at once.`, {
    details: { field: "files", maximum: files },
  });
}

/** Writes a stream to a file; of a stream over the limit, its beginning, marked as cut. */
export async function storeFile(
  stream: ReadableStream<Uint8Array> | BusboyFileStream,
  target: string,
  {
    fileBytes,
    ...file
  }: Pick<UploadedFile, "field" | "filename" | "mediaType"> & { fileBytes: number },
): Promise<UploadedFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  let isOver = false;
  async function* limited(pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      const taken = piece.subarray(0, fileBytes - bytes);
      isOver ||= taken.length < piece.length;
      hash.update(taken);
      bytes += taken.length;
      yield taken;
    }
  }
  const written = createWriteStream(/* turbopackIgnore: true */ target, { mode: 0o600 });
  await pipeline(stream, limited, written);
  return {
    ...file,
    bytes,
    sha256: hash.digest("hex"),
    isTruncated: isOver || ("truncated" in stream && stream.truncated),
    path: () => target,
    read: () => readFile(/* turbopackIgnore: true */ target),
    stream: () =>
      Readable.toWeb(
        createReadStream(/* turbopackIgnore: true */ target),
      ) as ReadableStream<Uint8Array>,
  };
}
