import { describe, expect, it } from "vitest";
import { paletteOf } from "#lib/kernel/look/palette.ts";
import { likeness, silhouetteOf } from "#lib/kernel/look/silhouette.ts";
import { traitsOf } from "#lib/kernel/look/traits.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { dressInPalette, lookOfGround } from "#lib/kinds/variants/read-palette.ts";

type Rgb = readonly [number, number, number];
const EDGE = 120;

/** A square picture, each pixel by its place from −1 to 1. */
function picture(colourAt: (x: number, y: number) => Rgb) {
  const rgba = new Uint8Array(4 * EDGE * EDGE);
  for (let i = 0; i < EDGE * EDGE; i++) {
    const x = (2 * (i % EDGE)) / EDGE - 1;
    const y = (2 * Math.floor(i / EDGE)) / EDGE - 1;
    rgba.set([...colourAt(x, y), 255], 4 * i);
  }
  return { width: EDGE, height: EDGE, rgba };
}

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [20, 20, 20];
const isOnCircle = (x: number, y: number, radius: number) =>
  Math.abs(Math.hypot(x, y) - radius) < 0.035;

describe("a sketch", () => {
  it("of one circle is a disc first and a hoop last", () => {
    const sketch = picture((x, y) => (isOnCircle(x, y, 0.6) ? BLACK : WHITE));
    const { silhouettes } = traitsOf(sketch, "sketch");
    expect(silhouettes).toHaveLength(2);
    expect(silhouettes[0]?.openings.some((open) => open === 1)).toBe(false);
    expect(silhouettes[1]?.openings.some((open) => open === 1)).toBe(true);
  });

  it("of two circles one in the other is a ring with its hole", () => {
    const sketch = picture((x, y) =>
      isOnCircle(x, y, 0.85) || isOnCircle(x, y, 0.5) ? BLACK : WHITE,
    );
    const [ring] = traitsOf(sketch, "sketch").silhouettes;
    const open = ring!.openings.reduce((sum, value) => sum + value, 0);
    const within = ring!.outline.reduce((sum, value) => sum + value, 0);
    // Less than the circle: the stroke belongs to the ring.
    expect(open / within).toBeGreaterThan(0.25);
    expect(open / within).toBeLessThan((0.5 / 0.85) ** 2);
  });

  it("with a gap in its stroke is closed all the same", () => {
    const sketch = picture((x, y) =>
      isOnCircle(x, y, 0.6) && !(y < 0 && Math.abs(x) < 0.02) ? BLACK : WHITE,
    );
    const [disc] = traitsOf(sketch, "sketch").silhouettes;
    expect(disc!.outline.reduce((sum, value) => sum + value, 0) / disc!.outline.length).toBeCloseTo(
      Math.PI / 4,
      1,
    );
  });

  it("without strokes has no shape", () => {
    expect(
      traitsOf(
        picture(() => WHITE),
        "sketch",
      ).silhouettes,
    ).toEqual([]);
  });
});

describe("a likeness", () => {
  const disc = (radius: number, hole: number) => {
    const mask = Uint8Array.from({ length: EDGE * EDGE }, (_, i) => {
      const away = Math.hypot((i % EDGE) - EDGE / 2, Math.floor(i / EDGE) - EDGE / 2) / EDGE;
      return Number(away < radius && away >= hole);
    });
    return silhouetteOf(mask, EDGE, EDGE)!;
  };

  it("is 1 for the same shape, however large", () => {
    expect(likeness(disc(0.45, 0), disc(0.2, 0))).toBeGreaterThan(0.97);
  });

  it("is less where the openings differ", () => {
    expect(likeness(disc(0.45, 0), disc(0.45, 0.35))).toBeLessThan(0.8);
    expect(likeness(disc(0.45, 0.3), disc(0.3, 0.2))).toBeGreaterThan(0.95);
  });
});

describe("a palette", () => {
  it("names the main colours by how much there is of them, the same each time", () => {
    const pixels = Uint8Array.from(
      [...Array(70).fill([200, 30, 40]), ...Array(30).fill([20, 60, 200])].flat(),
    );
    const palette = paletteOf(pixels);
    expect(palette.map(({ hex }) => hex)).toEqual(["#c81e28", "#143cc8"]);
    expect(palette[0]?.share).toBeCloseTo(0.7, 2);
    expect(paletteOf(pixels)).toEqual(palette);
  });

  it("becomes the nearest metal and stone, and says what it has no part for", () => {
    const ring = getKind("ring");
    const pixels = (colours: [Rgb, number][]) =>
      Uint8Array.from(colours.flatMap(([rgb, n]) => Array(n).fill(rgb).flat()));
    const rose = pixels([
      [[232, 180, 154], 60],
      [[190, 120, 96], 20],
      [[200, 20, 45], 20],
    ]);
    const read = dressInPalette(ring, ring.schema.parse({}), paletteOf(rose));
    expect(read.spec).toMatchObject({ alloy: "gold-18k-rose", stone: "ruby" });
    const white = pixels([
      [[190, 190, 188], 60],
      [[90, 90, 92], 20],
      [[30, 70, 190], 20],
    ]);
    expect(dressInPalette(ring, ring.schema.parse({}), paletteOf(white)).spec).toMatchObject({
      ...{ alloy: "gold-18k-white-pd", stone: "sapphire" },
    });
  });

  it("of a ground is light: black is dramatic, blue is day, grey is a studio", () => {
    const swatchOf = (rgb: Rgb) => paletteOf(Uint8Array.from(Array(10).fill(rgb).flat()))[0]!;
    expect(lookOfGround(swatchOf([12, 12, 14]))).toEqual({
      lights: "dramatic",
      background: "dark",
    });
    expect(lookOfGround(swatchOf([190, 215, 240])).lights).toBe("daylight");
    expect(lookOfGround(swatchOf([235, 235, 235])).lights).toBe("studio");
  });
});
