import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { Embedder } from "#lib/adapters/embedder/port.ts";

interface Drawing {
  shape: "circle" | "bar";
  colour: string;
  format?: "png" | "jpeg" | "webp";
}

const SHAPES = {
  circle: '<circle cx="100" cy="100" r="62"/>',
  bar: '<rect x="20" y="84" width="160" height="32"/>',
};

/** A picture of a plain thing on light grey. */
async function picture({ shape, colour, format = "png" }: Drawing): Promise<{ bytes: Uint8Array }> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200">
    <rect width="200" height="200" fill="#e4e5e7"/><g fill="${colour}">${SHAPES[shape]}</g></svg>`;
  return { bytes: new Uint8Array(await sharp(Buffer.from(svg)).toFormat(format).toBuffer()) };
}

const dot = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, i) => sum + value * other[i]!, 0);

/** What every implementation of the port `Embedder` holds to. */
export function embedderContract(name: string, embedder: Embedder): void {
  describe(`the embedder ${name}`, () => {
    it("names itself so that spaces of the index can be told apart", () => {
      expect(embedder.id.name).toMatch(/^[A-Za-z0-9-]+$/);
      expect(embedder.id.version).toMatch(/^[A-Za-z0-9.-]+$/);
      expect(embedder.id.dimensions).toBeGreaterThan(0);
    });

    it("answers a unit vector of its dimensions for each picture, in order", async () => {
      const red = await picture({ shape: "circle", colour: "#c02030" });
      const blue = await picture({ shape: "bar", colour: "#2040b0" });
      const [one, two, again] = await embedder.embedPictures([red, blue, red]);
      for (const vector of [one, two]) {
        expect(vector).toHaveLength(embedder.id.dimensions);
        expect(Math.hypot(...vector!)).toBeCloseTo(1, 3);
      }
      expect(dot(one!, again!)).toBeCloseTo(1, 4);
      expect(dot(one!, two!)).toBeLessThan(0.99);
    });

    it.each(["jpeg", "webp"] as const)("sees the same in a %s file", async (format) => {
      const drawing: Drawing = { shape: "circle", colour: "#2f7a45" };
      const files = [await picture(drawing), await picture({ ...drawing, format })];
      const [png, other] = await embedder.embedPictures(files);
      expect(dot(png!, other!)).toBeGreaterThan(0.95);
    });

    it("answers nothing for no pictures", async () => {
      expect(await embedder.embedPictures([])).toEqual([]);
    });

    it("says which of several files is no picture", async () => {
      const good = await picture({ shape: "bar", colour: "#222222" });
      const broken = { bytes: new TextEncoder().encode("no picture at all") };
      await expect(embedder.embedPictures([good, broken])).rejects.toMatchObject({
        code: "invalid_input",
        details: { index: 1 },
      });
    });

    it("stops when nobody waits any more", async () => {
      const stopped = AbortSignal.abort();
      const one = await picture({ shape: "bar", colour: "#222222" });
      await expect(embedder.embedPictures([one], { signal: stopped })).rejects.toMatchObject({
        code: "cancelled",
      });
    });

    it("answers that it is there", async () => {
      await expect(embedder.check()).resolves.toBeUndefined();
    });
  });
}
