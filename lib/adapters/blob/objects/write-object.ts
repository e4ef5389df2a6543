import { createHash } from "node:crypto";
import type { StoredBlob } from "../port.ts";
import { fileKey, newSalt, sealStream } from "../sealed.ts";
import { PART_BYTES, piecesOf, piecesOfSize } from "./pieces.ts";
import type { ObjectStore, PartUpload } from "./store.ts";

export interface NewObject {
  path: string;
  /** The blob's key, bound into the encryption. */
  key: string;
  contentType: string;
  body: Uint8Array | ReadableStream<Uint8Array>;
  /** Null: stored as it is. */
  masterKey: Uint8Array | null;
}

/**
 * Stores a content under a new path, whole or not at all, holding one part in memory. Answers size and
 * SHA-256 of the content itself, also when encrypted.
 */
export async function writeObject(store: ObjectStore, object: NewObject): Promise<StoredBlob> {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of piecesOf(object.body)) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
  }
  const { masterKey, key } = object;
  const salt = newSalt();
  const stored = masterKey ? sealStream(fileKey(masterKey, salt, key), salt, counted()) : counted();
  await send(store, object, piecesOfSize(stored, PART_BYTES));
  return { bytes, sha256: hash.digest("hex") };
}

async function send(
  store: ObjectStore,
  { path, contentType }: NewObject,
  parts: AsyncGenerator<Uint8Array>,
): Promise<void> {
  const first = await parts.next();
  const whole = first.value as Uint8Array;
  if (whole.byteLength < PART_BYTES) return store.put(path, whole, contentType);
  const upload = await store.startParts(path, contentType);
  try {
    await sendParts(upload, whole, parts);
    await upload.complete();
  } catch (error) {
    // The first error is the one to tell; an upload that cannot be given up ends by the store's own rules.
    await upload.abort().catch(() => {});
    throw error;
  }
}

async function sendParts(
  upload: PartUpload,
  first: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): Promise<void> {
  let number = 1;
  await upload.put(number, first);
  for await (const part of rest) {
    number += 1;
    await upload.put(number, part);
  }
}
