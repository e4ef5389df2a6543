import type { ByteRange } from "../port.ts";
import { CHUNK_BYTES, fileKey, openChunk, SALT_BYTES, SEALED_CHUNK_BYTES } from "../sealed.ts";
import { piecesOfSize, streamOf } from "./pieces.ts";
import type { ObjectStore } from "./store.ts";

export interface StoredObject {
  path: string;
  key: string;
  /** Size of the content, without what encryption adds. */
  bytes: number;
  /** Null: it is stored as it is. */
  masterKey: Uint8Array | null;
}

/** The content, or a range of it, as a stream that errs where bytes are missing; null when the object is gone. */
export async function readObject(
  store: ObjectStore,
  object: StoredObject,
  range: ByteRange = { start: 0, end: object.bytes },
): Promise<ReadableStream<Uint8Array> | null> {
  const { masterKey } = object;
  if (masterKey) return readSealed(store, object, masterKey, range);
  const isWhole = range.start === 0 && range.end === object.bytes;
  const stream = await store.get(object.path, isWhole ? {} : { range });
  return stream && streamOf(exactly(stream, range.end - range.start));
}

async function* exactly(
  pieces: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of pieces) {
    seen += piece.byteLength;
    yield piece;
  }
  if (seen !== bytes) throw new Error(`The store gave ${seen} bytes of ${bytes}.`);
}

async function readSealed(
  store: ObjectStore,
  object: StoredObject,
  masterKey: Uint8Array,
  range: ByteRange,
): Promise<ReadableStream<Uint8Array> | null> {
  const lastIndex = Math.max(0, Math.ceil(object.bytes / CHUNK_BYTES) - 1);
  const first = Math.min(lastIndex, Math.floor(range.start / CHUNK_BYTES));
  const last = Math.min(lastIndex, Math.max(first, Math.ceil(range.end / CHUNK_BYTES) - 1));
  const salt = await readSalt(store, object.path);
  if (!salt) return null;
  const sealed = await store.get(object.path, {
    range: {
      start: SALT_BYTES + first * SEALED_CHUNK_BYTES,
      end: Math.min(SALT_BYTES + (last + 1) * SEALED_CHUNK_BYTES, sealedBytes(object.bytes)),
    },
  });
  if (!sealed) return null;
  const key = fileKey(masterKey, salt, object.key);
  return streamOf(openPieces(sealed, { key, first, last, lastIndex, range }));
}

async function readSalt(store: ObjectStore, path: string): Promise<Uint8Array | null> {
  const stream = await store.get(path, { range: { start: 0, end: SALT_BYTES } });
  if (!stream) return null;
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

/** Size of the encrypted form of so many bytes. */
function sealedBytes(bytes: number): number {
  const chunks = Math.max(1, Math.ceil(bytes / CHUNK_BYTES));
  return SALT_BYTES + bytes + chunks * (SEALED_CHUNK_BYTES - CHUNK_BYTES);
}

interface Opening {
  key: Uint8Array;
  first: number;
  last: number;
  /** Of the whole file: its chunk was sealed as the last one. */
  lastIndex: number;
  range: ByteRange;
}

async function* openPieces(
  sealed: AsyncIterable<Uint8Array>,
  { key, first, last, lastIndex, range }: Opening,
): AsyncGenerator<Uint8Array> {
  let index = first;
  for await (const chunk of piecesOfSize(sealed, SEALED_CHUNK_BYTES)) {
    const plain = openChunk(key, index, index === lastIndex, chunk);
    const at = index * CHUNK_BYTES;
    yield plain.subarray(Math.max(0, range.start - at), Math.min(plain.length, range.end - at));
    index += 1;
  }
  if (index !== last + 1) throw new Error("The store gave less than the file has.");
}
