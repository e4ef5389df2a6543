import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes of a key, of AES-256. */
export const KEY_BYTES = 32;

export const newKey = (): Uint8Array => new Uint8Array(randomBytes(KEY_BYTES));

/** First 16 hex digits of the key's SHA-256: names it without telling it. */
export const keyIdOf = (key: Uint8Array): string =>
  createHash("sha256").update(key).digest("hex").slice(0, 16);

/** AES-256-GCM: nonce, ciphertext, tag. `bound` is authenticated with it and not stored. */
export function sealBytes(
  key: Uint8Array,
  plain: Uint8Array,
  bound: string,
): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const parts = [nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()];
  return new Uint8Array(Buffer.concat(parts));
}

/** What `sealBytes` sealed. Throws when it was changed, bound to another text or sealed by another key. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array {
  const end = sealed.length - TAG_BYTES;
  if (end < NONCE_BYTES) throw new Error("This is too short to be sealed.");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(bound))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
}
