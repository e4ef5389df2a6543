import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { createFolderBlob } from "#lib/adapters/blob/folder.ts";
import { secretFromFile } from "#lib/adapters/secret-file.ts";

const home = mkdtempSync(path.join(tmpdir(), "maquette-blob-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const blob = createFolderBlob({
  folder: path.join(home, "blobs"),
  secret: "a secret of this test",
  masterKey: () => secretFromFile(path.join(home, "secrets", "key")),
});

const PLAIN = { contentType: "model/stl" };
const PERSONAL = { contentType: "image/jpeg", personal: true };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

const streamOf = (pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>) =>
  Readable.toWeb(Readable.from(pieces)) as ReadableStream<Uint8Array>;

const dataFiles = () =>
  readdirSync(path.join(home, "blobs", "data"), { recursive: true, encoding: "utf8" })
    .map((file) => path.join(home, "blobs", "data", file))
    .filter((file) => statSync(file).isFile());

describe.each([
  ["plain", PLAIN],
  ["personal", PERSONAL],
])("a %s file", (kind, options) => {
  test.each([0, 10, 65_536, 200_001])("of %d bytes is read as it was put", async (size) => {
    const content = new Uint8Array(randomBytes(size));
    const key = `${kind}/${size}.bin`;
    expect(await blob.put(key, content, options)).toEqual({ bytes: size, sha256: sha256(content) });
    expect(Buffer.compare(await blob.read(key), content)).toBe(0);
    expect(await blob.info(key)).toEqual({
      key,
      bytes: size,
      sha256: sha256(content),
      contentType: options.contentType,
      personal: kind === "personal",
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

  test("is taken from a stream", async () => {
    const pieces = [new Uint8Array([1, 2]), new Uint8Array(100_000).fill(3)];
    const { bytes } = await blob.put(`${kind}/stream.bin`, streamOf(pieces), options);
    expect(bytes).toBe(100_002);
    expect((await blob.read(`${kind}/stream.bin`)).subarray(0, 3)).toEqual(
      Uint8Array.from([1, 2, 3]),
    );
  });

  test("whose stream breaks off leaves what was there before", async () => {
    const key = `${kind}/broken.bin`;
    await blob.put(key, new Uint8Array([1]), options);
    const count = dataFiles().length;
    async function* pieces() {
      yield new Uint8Array(70_000);
      throw new Error("connection lost");
    }
    await expect(blob.put(key, streamOf(pieces()), options)).rejects.toThrow("connection lost");
    expect(await blob.read(key)).toEqual(Uint8Array.from([1]));
    expect(dataFiles()).toHaveLength(count);
  });
});

test("a personal file cannot be read on the disk, nor without its key", async () => {
  await blob.put("faces/plain.jpg", new TextEncoder().encode("the face of a person"), PERSONAL);
  const stored = dataFiles().map((file) => readFileSync(file, "latin1"));
  expect(stored.some((text) => text.includes("the face of a person"))).toBe(false);
  expect(statSync(path.join(home, "secrets", "key")).mode & 0o777).toBe(0o600);
  const thief = createFolderBlob({
    folder: path.join(home, "blobs"),
    secret: "a secret of this test",
    masterKey: async () => new Uint8Array(32),
  });
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
  const contents = [1, 2, 3, 4].map((fill) => new Uint8Array(150_000).fill(fill));
  await Promise.all(contents.map((content) => blob.put("race.bin", content, PLAIN)));
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
  const count = dataFiles().length;
  await blob.delete(["list/a.txt", "list/a.txt", "list/none.txt"]);
  expect(await blob.list("list/")).toEqual(["list/a.txt.png", "list/b.txt"]);
  expect(dataFiles()).toHaveLength(count - 1);
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

test("a secret that two processes make at once is one secret", async () => {
  const file = path.join(home, "secrets", "together");
  const made = await Promise.all([1, 2, 3].map(() => secretFromFile(file)));
  for (const secret of made) expect(Buffer.compare(secret, made[0] as Uint8Array)).toBe(0);
});
