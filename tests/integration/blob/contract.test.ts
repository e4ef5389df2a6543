import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { STORES } from "./stores.ts";

const PLAIN = { contentType: "model/stl" };
const PERSONAL = { contentType: "image/jpeg", personal: true };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const SEVERAL_PARTS = 17 * 1024 * 1024 + 5;

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

const streamOf = (pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>;

describe.each(STORES)("$name", ({ blob, thief, contents }) => {
  describe.each([
    ["plain", PLAIN],
    ["personal", PERSONAL],
  ])("a %s file", (kind, options) => {
    test.each([0, 10, 65_536, 200_001])("of %d bytes is read as it was put", async (size) => {
      const content = new Uint8Array(randomBytes(size));
      const key = `${kind}/${size}.bin`;
      const stored = { bytes: size, sha256: sha256(content) };
      expect(await blob.put(key, content, options)).toEqual(stored);
      expect(Buffer.compare(await blob.read(key), content)).toBe(0);
      const { contentType } = options;
      expect(await blob.info(key)).toEqual({
        key,
        ...stored,
        contentType,
        personal: kind === "personal",
        storedAt: expect.any(Date),
      });
    });

    test.each([
      [0, 1],
      [65_535, 65_537],
      [0, 200_001],
      [131_072, 200_001],
      [200_000, 200_001],
    ])("is read from %d to %d", async (start, end) => {
      const content = new Uint8Array(randomBytes(200_001));
      await blob.put(`${kind}/range.bin`, content, options);
      const opened = await blob.get(`${kind}/range.bin`, { start, end });
      if (!opened) throw new Error("not found");
      expect(Buffer.compare(await bytesOf(opened.stream), content.subarray(start, end))).toBe(0);
    });

    test("larger than one part is taken from a stream", async () => {
      const content = new Uint8Array(SEVERAL_PARTS).map((_, index) => (index >> 12) % 251);
      async function* pieces() {
        for (let at = 0; at < content.length; at += 300_000) {
          yield content.subarray(at, at + 300_000);
        }
      }
      const stored = await blob.put(`${kind}/stream.bin`, streamOf(pieces()), options);
      expect(stored).toEqual({ bytes: SEVERAL_PARTS, sha256: sha256(content) });
      expect(sha256(await blob.read(`${kind}/stream.bin`))).toBe(stored.sha256);
    });

    test.each([70_000, SEVERAL_PARTS])(
      "whose stream breaks off after %d bytes leaves what was there before",
      async (bytes) => {
        const key = `${kind}/broken.bin`;
        await blob.put(key, new Uint8Array([1]), options);
        const count = contents().length;
        async function* pieces() {
          yield new Uint8Array(bytes);
          throw new Error("connection lost");
        }
        await expect(blob.put(key, streamOf(pieces()), options)).rejects.toThrow("connection lost");
        expect(await blob.read(key)).toEqual(Uint8Array.from([1]));
        expect(contents()).toHaveLength(count);
      },
    );
  });

  test("a personal file cannot be read where it lies, nor without its key", async () => {
    await blob.put("faces/plain.jpg", new TextEncoder().encode("the face of a person"), PERSONAL);
    const texts = contents().map((bytes) => Buffer.from(bytes).toString("latin1"));
    expect(texts.some((text) => text.includes("the face of a person"))).toBe(false);
    await expect(thief.read("faces/plain.jpg")).rejects.toThrow();
  });

  test("a file that is replaced while it is read is read to its end", async () => {
    const first = new Uint8Array(300_000).fill(1);
    await blob.put("replace.bin", first, PLAIN);
    const opened = await blob.get("replace.bin");
    await blob.put("replace.bin", new Uint8Array(10).fill(2), PLAIN);
    if (!opened) throw new Error("not found");
    expect(Buffer.compare(await bytesOf(opened.stream), first)).toBe(0);
    expect((await blob.read("replace.bin")).length).toBe(10);
  });

  test("files put under one key at the same time end as one of them, whole", async () => {
    const some = [1, 2, 3, 4].map((fill) => new Uint8Array(150_000).fill(fill));
    await Promise.all(some.map((content) => blob.put("race.bin", content, PLAIN)));
    const info = await blob.info("race.bin");
    expect(sha256(await blob.read("race.bin"))).toBe(info?.sha256);
  });

  test("a file that is not there is null or not found", async () => {
    expect(await blob.get("none.bin")).toBeNull();
    expect(await blob.info("none.bin")).toBeNull();
    await expect(blob.read("none.bin")).rejects.toMatchObject({ code: "not_found" });
  });

  test("files are listed by prefix and deleted, missing ones without an error", async () => {
    for (const key of ["list/b.txt", "list/a.txt", "list/a.txt.png", "listed.txt"]) {
      await blob.put(key, new Uint8Array(1), PLAIN);
    }
    expect(await blob.list("list/")).toEqual(["list/a.txt", "list/a.txt.png", "list/b.txt"]);
    const count = contents().length;
    await blob.delete(["list/a.txt", "list/a.txt", "list/none.txt"]);
    expect(await blob.list("list/")).toEqual(["list/a.txt.png", "list/b.txt"]);
    expect(contents()).toHaveLength(count - 1);
  });

  test.each(["../secrets/key", "/etc/passwd", "a//b", "a/../b"])("%s is no key", async (key) => {
    for (const call of [
      () => blob.put(key, new Uint8Array(1), PLAIN),
      () => blob.get(key),
      () => blob.delete([key]),
      () => blob.signedUrl(key, { expiresInSeconds: 60 }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "invalid_input" });
    }
  });
});
