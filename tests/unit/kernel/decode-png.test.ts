import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { decodePng } from "#lib/kernel/raster/decode-png.ts";

const WIDTH = 37;
const HEIGHT = 23;
const pixels = Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) => (i * i * 7 + i) % 256);
const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 4 as const } };

describe("decoding a picture for the kernel", () => {
  it.each([false, true])(
    "gives the pixels that were encoded, row filters chosen: %s",
    async (adaptiveFiltering) => {
      const png = await sharp(pixels, raw).png({ adaptiveFiltering, palette: false }).toBuffer();
      const { width, height, rgba } = decodePng(new Uint8Array(png));
      expect([width, height]).toEqual([WIDTH, HEIGHT]);
      expect(Buffer.from(rgba).equals(Buffer.from(pixels))).toBe(true);
    },
  );

  it("refuses a picture without alpha, a cut one and a file that is none", async () => {
    const png = new Uint8Array(await sharp(pixels, raw).png({ palette: false }).toBuffer());
    const opaque = new Uint8Array(await sharp(pixels, raw).removeAlpha().png().toBuffer());
    for (const bytes of [opaque, png.subarray(0, 200), new Uint8Array(64), new Uint8Array()]) {
      expect(() => decodePng(bytes)).toThrow(expect.objectContaining({ code: "invalid_input" }));
    }
  });

  it("refuses a header that promises more pixels than there are", async () => {
    const png = new Uint8Array(await sharp(pixels, raw).png({ palette: false }).toBuffer());
    new DataView(png.buffer).setUint32(16, 4000);
    expect(() => decodePng(png)).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });
});
