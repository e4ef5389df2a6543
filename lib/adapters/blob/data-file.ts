import { createHash } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import path from "node:path";
import type { StoredBlob } from "./port.ts";
import { fileKey, newSalt, sealStream } from "./sealed.ts";

/** A stored content: where it is, and with what it opens (null: it is plain). */
export interface DataFile {
  path: string;
  key: string;
  /** Size of the content, without what encryption adds. */
  bytes: number;
  masterKey: Uint8Array | null;
}

async function* piecesOf(
  body: Uint8Array | ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (body instanceof Uint8Array) yield body;
  else yield* body;
}

/**
 * Writes a content to its file: first beside it, flushed to the disk, then renamed. What fails
 * half-way leaves nothing. Returns size and SHA-256 of the content itself, also when encrypted.
 */
export async function writeDataFile(
  target: string,
  key: string,
  body: Uint8Array | ReadableStream<Uint8Array>,
  masterKey: Uint8Array | null,
): Promise<StoredBlob> {
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const temporary = `${target}.part`;
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of piecesOf(body)) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
  }
  const salt = newSalt();
  const stored = masterKey ? sealStream(fileKey(masterKey, salt, key), salt, counted()) : counted();
  try {
    await writePieces(temporary, stored);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { bytes, sha256: hash.digest("hex") };
}

async function writePieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(/* turbopackIgnore: true */ file, "wx", 0o600);
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
