import "../http/environment.ts";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { createConversation } from "#lib/conversations/create-conversation.ts";
import { listImages } from "#lib/images/list-images.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { guest, makePerson, refusalOf } from "../accounts/people.ts";
import { db, home } from "../http/environment.ts";

const { ctx } = await makePerson();
const MAX_BYTES = 10 * 1024 * 1024;
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c08a55" } });
const upload = (bytes: Uint8Array, conversationId?: string) =>
  uploadImage(ctx, { bytes, maxBytes: MAX_BYTES, ...(conversationId && { conversationId }) });

/** A PNG whose header promises pixels that are not there. */
async function pngOf(width: number, height: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await picture(1, 1).png().toBuffer());
  const header = new DataView(bytes.buffer);
  header.setUint32(16, width);
  header.setUint32(20, height);
  header.setUint32(29, crc32(bytes.subarray(12, 29)));
  return bytes;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe("an uploaded picture", () => {
  it("is turned upright and loses its metadata", async () => {
    const sideways = await picture(40, 20)
      .jpeg()
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: "someone" } } })
      .toBuffer();
    const image = await upload(sideways);
    expect([image.width, image.height, image.mediaType]).toEqual([20, 40, "image/jpeg"]);
    const row = await db.image.findUniqueOrThrow({ where: { id: image.id } });
    const stored = await sharp(await ctx.adapters.blob.read(row.blobKey)).metadata();
    expect(stored.exif).toBeUndefined();
    expect(stored.orientation).toBeUndefined();
  });

  it.each(["jpeg", "png", "webp"] as const)("may be %s, told by its content", async (format) => {
    const image = await upload(await picture(8, 8).toFormat(format).toBuffer());
    expect(image).toMatchObject({ source: "upload", mediaType: `image/${format}`, width: 8 });
  });

  it("is encrypted where it lies", async () => {
    const bytes = await picture(8, 8).png().toBuffer();
    await upload(bytes);
    const files = (await readdir(home, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
    expect(files.length).toBeGreaterThan(0);
    expect(files.some((file) => file.includes("\x89PNG\r\n", 0, "latin1"))).toBe(false);
  });

  it("is listed newest first, for its owner alone", async () => {
    const image = await upload(await picture(8, 8).png().toBuffer());
    expect((await listImages(ctx, { limit: 1 })).items[0]?.id).toBe(image.id);
    expect((await listImages((await makePerson()).ctx)).items).toEqual([]);
  });
});

describe("a file that is no picture for us", () => {
  it("is refused by its content, whatever it is called", async () => {
    const gif = new TextEncoder().encode("GIF89a...............");
    const svg = new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>");
    for (const bytes of [gif, svg]) {
      expect((await refusalOf(upload(bytes))).code).toBe("unsupported_type");
    }
  });

  it("is refused when it is cut off", async () => {
    const bytes = await picture(64, 64).png().toBuffer();
    expect((await refusalOf(upload(bytes.subarray(0, 60)))).code).toBe("invalid_input");
  });

  it("is refused above 50 megapixels by its header alone", async () => {
    const refusal = await refusalOf(upload(await pngOf(10_000, 6_000)));
    expect(refusal).toMatchObject({ code: "too_large", details: { pixels: 60_000_000 } });
  });

  it("is refused above the byte limit", async () => {
    const bytes = await picture(64, 64).png().toBuffer();
    const refusal = await refusalOf(uploadImage(ctx, { bytes, maxBytes: 50 }));
    expect(refusal).toMatchObject({ code: "too_large", details: { maximum_bytes: 50 } });
  });

  it("is refused from a guest, and into a conversation of someone else", async () => {
    const bytes = await picture(8, 8).png().toBuffer();
    const byGuest = await refusalOf(uploadImage(guest(), { bytes, maxBytes: MAX_BYTES }));
    expect(byGuest.code).toBe("unauthenticated");
    const foreign = await createConversation((await makePerson()).ctx);
    expect((await refusalOf(upload(bytes, foreign.id))).code).toBe("not_found");
  });
});
