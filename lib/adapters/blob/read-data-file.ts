import { type FileHandle, open } from "node:fs/promises";
import type { DataFile } from "./data-file.ts";
import type { ByteRange } from "./port.ts";
import { CHUNK_BYTES, fileKey, openChunk, SALT_BYTES, SEALED_CHUNK_BYTES } from "./sealed.ts";

/** The content, or a range of it, read as it is asked for: at most one chunk is held in memory. */
export async function readDataFile(
  file: DataFile,
  range: ByteRange = { start: 0, end: file.bytes },
): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(/* turbopackIgnore: true */ file.path, "r");
  const pieces = file.masterKey
    ? openedPieces(handle, file, file.masterKey, range)
    : plainPieces(handle, range);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await pieces.next();
        if (!next.done) return controller.enqueue(next.value);
        await handle.close();
        controller.close();
      } catch (error) {
        await handle.close();
        throw error;
      }
    },
    cancel: () => handle.close(),
  });
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function* plainPieces(handle: FileHandle, range: ByteRange): AsyncGenerator<Uint8Array> {
  let position = range.start;
  while (position < range.end) {
    const piece = await readAt(handle, position, Math.min(CHUNK_BYTES, range.end - position));
    if (piece.length === 0) throw new Error("The file is shorter than its entry says.");
    yield piece;
    position += piece.length;
  }
}

async function* openedPieces(
  handle: FileHandle,
  file: DataFile,
  masterKey: Uint8Array,
  range: ByteRange,
): AsyncGenerator<Uint8Array> {
  const salt = await readAt(handle, 0, SALT_BYTES);
  const key = fileKey(masterKey, salt, file.key);
  const lastIndex = Math.max(0, Math.ceil(file.bytes / CHUNK_BYTES) - 1);
  const first = Math.floor(range.start / CHUNK_BYTES);
  for (let index = first; index <= lastIndex && index * CHUNK_BYTES < range.end; index++) {
    const at = SALT_BYTES + index * SEALED_CHUNK_BYTES;
    const sealed = await readAt(handle, at, SEALED_CHUNK_BYTES);
    const plain = openChunk(key, index, index === lastIndex, sealed);
    const start = Math.max(0, range.start - index * CHUNK_BYTES);
    yield plain.subarray(start, Math.min(plain.length, range.end - index * CHUNK_BYTES));
  }
}
