import { describe, expect, test } from "vitest";
import { CANVAS_PX } from "#lib/kernel/figurine/cartoon/canvas.ts";
import { difference, hexToLab, labToHex } from "#lib/kernel/figurine/cartoon/colour.ts";
import { calmed, drawCartoon } from "#lib/kernel/figurine/cartoon/draw-cartoon.ts";
import { readFace } from "#lib/kernel/figurine/cartoon/read-face.ts";
import { referenceFaces } from "#lib/kernel/figurine/cartoon/reference-faces.ts";
import { STYLE_IDS, type StyleId } from "#lib/kernel/figurine/cartoon/types.ts";
import { refinePainted } from "#lib/kernel/figurine/refine-painted.ts";

const canvas = referenceFaces()[0]!;
const read = readFace(canvas, 1);
const draw = (style: StyleId, seed = 1, strength = 0.8) =>
  drawCartoon(calmed(canvas, { style, strength }), read, { style, seed, strength });

describe("a face on the canvas", () => {
  test("is read by its colours: skin, hair, eyes and lips to within what shading does", () => {
    const { skin, hair, eyeColour, mouth } = read.reading;
    const off = (found: string, drawn: string) => difference(hexToLab(found), hexToLab(drawn));
    // The face is shaded on one side, and the middle of both cheeks is what is read.
    expect(off(skin, "#eabb95")).toBeLessThan(12);
    expect(off(hair!.main, "#5b3822")).toBeLessThan(4);
    expect(off(eyeColour, "#3a6a8a")).toBeLessThan(14);
    expect(off(mouth.lips, "#b65a50")).toBeLessThan(8);
  });

  test("has its face apart from its hair", () => {
    const { face, hair } = read.areas;
    const both = face.reduce((sum, value, pixel) => sum + Math.min(value, hair[pixel]!), 0);
    expect(both / face.length).toBeLessThan(0.005);
    expect(face[Math.round(0.6 * CANVAS_PX) * CANVAS_PX + CANVAS_PX / 2]).toBe(1);
  });

  test("gives a colour back as it was given", () => {
    for (const colour of ["#000000", "#ffffff", "#5b3822", "#3a6a8a"])
      expect(labToHex(hexToLab(colour))).toBe(colour);
  });
});

describe("a cartoon", () => {
  test("is the same for the same seed and another for another", () => {
    const [one, same, other] = [draw("vinyl"), draw("vinyl"), draw("vinyl", 2)];
    expect(same.picture.rgba).toEqual(one.picture.rgba);
    expect(other.picture.rgba).not.toEqual(one.picture.rgba);
  });

  test("looks otherwise in each style", () => {
    const means = STYLE_IDS.map((style) => {
      const { rgba } = draw(style).picture;
      const sum = [0, 0, 0];
      for (let i = 0; i < rgba.length; i += 4) for (const k of [0, 1, 2]) sum[k]! += rgba[i + k]!;
      return sum.map((value) => Math.round(value / (rgba.length / 4))).join();
    });
    expect(new Set(means).size).toBe(STYLE_IDS.length);
  });

  test("has no colour in marble, and more of it in a comic than in the photo", () => {
    const chroma = (colour: string) => Math.hypot(hexToLab(colour)[1], hexToLab(colour)[2]);
    expect(chroma(draw("marble", 1, 1).skin)).toBeLessThan(8);
    expect(chroma(draw("comic", 1, 1).skin)).toBeGreaterThan(chroma(read.reading.skin));
  });
});

describe("painted faces of a mesh", () => {
  const square = {
    positions: [0, 0, 0, 4, 0, 0, 4, 4, 0, 0, 4, 0],
    colors: new Array(12).fill(0),
    indices: [0, 1, 2, 0, 2, 3],
  };
  const stripe = (x: number) => (x > 1.5 && x < 2.5 ? ([1, 1, 1] as const) : ([0, 0, 0] as const));
  const fine = refinePainted(square, stripe, 0.2);

  test("are split within, never along their border, and keep their area", () => {
    const at = (v: number) => [fine.positions[3 * v]!, fine.positions[3 * v + 1]!] as const;
    let area = 0;
    for (let t = 0; t < fine.indices.length; t += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => at(fine.indices[t + k]!)) as [
        readonly [number, number],
        readonly [number, number],
        readonly [number, number],
      ];
      const twice = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
      expect(twice).toBeGreaterThan(0);
      area += twice / 2;
    }
    expect(area).toBeCloseTo(16, 9);
    expect(fine.indices.length).toBeGreaterThan(square.indices.length);
  });

  test("stay as they are under even paint", () => {
    expect(refinePainted(square, () => [0, 0, 0], 0.2)).toBe(square);
  });
});
