import sharp from "sharp";
import { afterAll, describe, expect, it, vi } from "vitest";
import { readPngTexts } from "#lib/kernel/export/png.ts";
import { createStudio } from "#lib/workshop/drawing/studio.ts";
import { drawTurntable } from "#lib/workshop/drawing/turntable.ts";
import { encodePicture } from "#lib/workshop/encode.ts";
import { ball } from "./fixtures.ts";

/** Many small pictures: slow on a machine that has other work to do. */
vi.setConfig({ testTimeout: 90_000 });

const SOURCE_TYPE = "digitalsourcetype/algorithmicMedia";
/** Off its axis: frames that are alike would be joined. */
const positions = ball.mesh.positions.map((v, i) => (i % 3 === 0 ? v + 9 : v));
const parts = [ball, { ...ball, mesh: { ...ball.mesh, positions } }];
const about = { kind: "ring", spec: { words: "Ô & <é>" }, design: "d-1" };

describe("a turntable", () => {
  const studio = createStudio({ threads: 2 });
  afterAll(() => studio.close());
  const { signal } = new AbortController();

  it.each([
    ["draft", 12],
    ["final", 24],
  ] as const)("of %s quality is an animated WebP of %d frames", async (quality, frames) => {
    const order = { view: "turntable", seed: 0, sizePx: 24, quality } as const;
    const picture = await drawTurntable(studio, parts, order, about, signal);
    const moving = sharp(picture.bytes, { animated: true });
    const { pages, delay, loop, width, pageHeight, xmp } = await moving.metadata();
    expect([pages, loop, width, pageHeight]).toEqual([frames, 0, 24, 24]);
    expect(delay).toEqual(new Array(frames).fill(2880 / frames));
    expect(xmp?.toString()).toContain(SOURCE_TYPE);
  });
});

describe("a picture's file", () => {
  const rgba = new Uint8ClampedArray(16 * 16 * 4).fill(200);
  const order = {
    view: "hero",
    seed: 7,
    sizePx: 16,
    quality: "final",
    lights: "daylight",
  } as const;

  it("as PNG says what it shows, how it was lit, and that a program made it", async () => {
    const png = await encodePicture(rgba, 16, 16, { ...order, background: "transparent" }, about);
    const texts = readPngTexts(png.bytes);
    expect(JSON.parse(texts["maquette:lineage"]!)).toMatchObject({
      ...about,
      view: "hero",
      seed: 7,
      lights: "daylight",
    });
    expect(texts["XML:com.adobe.xmp"]).toContain(SOURCE_TYPE);
    expect((await sharp(png.bytes).metadata()).hasAlpha).toBe(true);
  });

  it("as WebP says the same in its XMP", async () => {
    const webp = await encodePicture(rgba, 16, 16, order, about);
    const { xmp, format } = await sharp(webp.bytes).metadata();
    expect(format).toBe("webp");
    expect(xmp?.toString()).toContain(SOURCE_TYPE);
    expect(xmp?.toString()).toContain("Ô &amp; &lt;é&gt;");
  });
});
