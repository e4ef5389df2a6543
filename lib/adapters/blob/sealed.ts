import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/**
 * Encrypted form of a file: a 16-byte salt, then chunks of AES-256-GCM. Each file has its own key,
 * derived from the master key and the salt; a chunk's nonce is its number and whether it is the
 * last, so chunks cannot be moved, dropped or cut off unseen (the STREAM construction, Hoang et al.
 * 2015), and any range can be opened without the rest.
 */
export const CHUNK_BYTES = 64 * 1024;
export const SALT_BYTES = 16;
const TAG_BYTES = 16;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

export function newSalt(): Uint8Array {
  return new Uint8Array(randomBytes(SALT_BYTES));
}

/** The key of one file. `blobKey` is bound in, so a file put in another's place does not open. */
export function fileKey(master: Uint8Array, salt: Uint8Array, blobKey: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", master, salt, `maquette personal file ${blobKey}`, 32));
}

function nonce(index: number, last: boolean): Uint8Array {
  const bytes = new Uint8Array(12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, index);
  view.setUint8(11, last ? 1 : 0);
  return bytes;
}

/** One chunk, encrypted, with its tag at the end. */
export function sealChunk(
  key: Uint8Array,
  index: number,
  last: boolean,
  plain: Uint8Array,
): Uint8Array {
  const cipher = createCipheriv("aes-256-gcm", key, nonce(index, last));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The chunk's content. Throws when it was changed, moved or sealed with another key. */
export function openChunk(
  key: Uint8Array,
  index: number,
  last: boolean,
  sealed: Uint8Array,
): Uint8Array {
  const decipher = createDecipheriv("aes-256-gcm", key, nonce(index, last));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([
    decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)),
    decipher.final(),
  ]);
}

/** Encrypts a stream of any piece sizes; an empty file still has one (empty, last) chunk. */
export async function* sealStream(
  key: Uint8Array,
  salt: Uint8Array,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield salt;
  let held = Buffer.alloc(0);
  let index = 0;
  for await (const piece of pieces) {
    held = Buffer.concat([held, piece]);
    while (held.length > CHUNK_BYTES) {
      yield sealChunk(key, index++, false, held.subarray(0, CHUNK_BYTES));
      held = held.subarray(CHUNK_BYTES);
    }
  }
  yield sealChunk(key, index, true, held);
}
