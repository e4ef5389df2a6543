import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  CHUNK_BYTES,
  fileKey,
  newSalt,
  openChunk,
  SALT_BYTES,
  SEALED_CHUNK_BYTES,
  sealStream,
} from "#lib/adapters/blob/sealed.ts";

const master = new Uint8Array(32).fill(7);

async function seal(content: Uint8Array, pieceBytes: number, key: Uint8Array, salt: Uint8Array) {
  async function* pieces() {
    for (let at = 0; at < content.length; at += pieceBytes) {
      yield content.subarray(at, at + pieceBytes);
    }
  }
  const parts: Uint8Array[] = [];
  for await (const part of sealStream(key, salt, pieces())) parts.push(part);
  return Buffer.concat(parts);
}

function open(sealed: Uint8Array, key: Uint8Array): Uint8Array {
  const body = sealed.subarray(SALT_BYTES);
  const count = Math.ceil(body.length / SEALED_CHUNK_BYTES);
  const opened = Array.from({ length: count }, (_, index) => {
    const chunk = body.subarray(index * SEALED_CHUNK_BYTES, (index + 1) * SEALED_CHUNK_BYTES);
    return openChunk(key, index, index === count - 1, chunk);
  });
  return Buffer.concat(opened);
}

describe("an encrypted file", () => {
  const salt = newSalt();
  const key = fileKey(master, salt, "faces/1.jpg");

  test.each([0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES + 17])(
    "of %d bytes opens to what it was",
    async (bytes) => {
      const content = new Uint8Array(randomBytes(bytes));
      for (const pieceBytes of [1000, CHUNK_BYTES, 200_000]) {
        expect(Buffer.compare(open(await seal(content, pieceBytes, key, salt), key), content)).toBe(
          0,
        );
      }
    },
  );

  test("does not show its content", async () => {
    const sealed = await seal(new TextEncoder().encode("a face"), 100, key, salt);
    expect(sealed.toString("latin1")).not.toContain("a face");
  });

  test("does not open when a byte was changed, a chunk moved, or its end cut off", async () => {
    const sealed = await seal(new Uint8Array(2 * CHUNK_BYTES + 5), CHUNK_BYTES, key, salt);
    const chunk = (index: number) => {
      const at = SALT_BYTES + index * SEALED_CHUNK_BYTES;
      return sealed.subarray(at, at + SEALED_CHUNK_BYTES);
    };
    const changed = Uint8Array.from(chunk(0));
    changed[10] = (changed[10] ?? 0) ^ 1;
    expect(() => openChunk(key, 0, false, changed)).toThrow();
    expect(() => openChunk(key, 1, false, chunk(0))).toThrow();
    expect(() => openChunk(key, 1, true, chunk(1))).toThrow();
  });

  test("does not open under another name or another master key", async () => {
    const sealed = await seal(new Uint8Array(10), 10, key, salt);
    const chunk = sealed.subarray(SALT_BYTES);
    expect(() => openChunk(fileKey(master, salt, "faces/2.jpg"), 0, true, chunk)).toThrow();
    const other = fileKey(new Uint8Array(32), salt, "faces/1.jpg");
    expect(() => openChunk(other, 0, true, chunk)).toThrow();
  });
});
