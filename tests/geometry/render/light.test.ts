import { describe, expect, it } from "vitest";
import { paint } from "#lib/kernel/render/draw-picture.ts";
import { Eye } from "#lib/kernel/render/eye.ts";
import { fresnel, schlick } from "#lib/kernel/render/scatter.ts";
import type { Shot } from "#lib/kernel/render/shot.ts";
import { lookUp } from "#lib/kernel/render/sky.ts";
import {
  matteSurface,
  metalSurface,
  type Surface,
  stoneSurface,
} from "#lib/kernel/render/surface.ts";
import { ball, evenLight, lightingOf, shotInTheOpen, stone } from "./fixtures.ts";

/** Largest distance of any channel of any pixel from `value`. */
function worstDistance(pixels: Float32Array, value: number): number {
  return pixels.reduce(
    (worst, v, i) => (i % 4 === 3 ? worst : Math.max(worst, Math.abs(v - value))),
    0,
  );
}

const clear = (refractiveIndex: number) => stoneSurface(refractiveIndex, 0, [0, 0, 0]);

describe("energy in evenly lit space", () => {
  const cases: [string, typeof ball, Surface][] = [
    ["a polished white metal", ball, metalSurface(1, 1, 1, 0)],
    ["a satin white metal", ball, metalSurface(1, 1, 1, 0.16)],
    ["a white matte body", ball, matteSurface(1, 1, 1)],
    ["a white glossy body", ball, matteSurface(1, 1, 1, 1.5)],
    ["a clear stone", stone, clear(2.417)],
  ];
  it.each(cases)("%s sends back all light, within 1 %%", (_, part, surface) => {
    const pixels = paint(shotInTheOpen(part, evenLight, surface));
    expect(worstDistance(pixels, 1)).toBeLessThan(0.01);
  });

  it("a grey metal darkens what it mirrors", () => {
    const shot = shotInTheOpen(ball, evenLight, metalSurface(0.5, 0.5, 0.5, 0));
    const middle = (12 * 24 + 12) * 4;
    expect(paint(shot)[middle]).toBeGreaterThan(0.49);
    expect(paint(shot)[middle]).toBeLessThan(0.56);
  });

  it("a stone takes the colours its absorption names", () => {
    const shot = shotInTheOpen(stone, evenLight, stoneSurface(1.77, 0, [0, 0.2, 0.4]));
    const middle = (12 * 24 + 12) * 4;
    const [r, g, b] = paint(shot).subarray(middle, middle + 3);
    expect(r).toBeCloseTo(1, 2);
    expect(g).toBeLessThan(0.5);
    expect(b).toBeLessThan(g!);
  });
});

describe("a stone that does not bend light", () => {
  it("is invisible in any light", () => {
    const lighting = lightingOf(([x, y, z], out) => {
      out.r = 0.5 + 0.5 * x;
      out.g = 0.5 + 0.5 * y;
      out.b = 0.5 + 0.5 * z;
    });
    const shot = shotInTheOpen(stone, lighting, clear(1));
    const nothing = { ...shot, geometry: { ...shot.geometry, bvh: emptyOf(shot.geometry.bvh) } };
    let worst = 0;
    for (let y = 0; y < shot.heightPx; y++)
      for (let x = 0; x < shot.widthPx; x++)
        worst = Math.max(worst, distance(lightAt(shot, x, y), lightAt(nothing, x, y)));
    expect(worst).toBeLessThan(1e-4);
  });

  it("is seen if it takes colour", () => {
    const [r, g, b] = lightAt(
      shotInTheOpen(stone, evenLight, stoneSurface(1, 0, [1, 0, 0])),
      12,
      12,
    );
    expect(r).toBeLessThan(0.2);
    expect([g, b]).toEqual([1, 1]);
  });
});

function lightAt(shot: Shot, x: number, y: number): number[] {
  const eye = new Eye(shot);
  eye.startPixel(x, y);
  eye.look(x, y, 0);
  return [eye.light.r, eye.light.g, eye.light.b];
}

const distance = (a: number[], b: number[]) => Math.max(...a.map((v, k) => Math.abs(v - b[k]!)));

function emptyOf<Tree extends { order: Uint32Array }>(bvh: Tree): Tree {
  return { ...bvh, order: new Uint32Array(0) };
}

describe("Fresnel reflectance", () => {
  it("is ((n − 1) ÷ (n + 1))² straight on", () => {
    expect(fresnel(2.417, 1)).toBeCloseTo((1.417 / 3.417) ** 2, 10);
    expect(fresnel(1 / 2.417, 1)).toBeCloseTo((1.417 / 3.417) ** 2, 10);
  });

  it("is total beyond the critical angle, which for diamond is 24.4°", () => {
    expect(fresnel(1 / 2.417, Math.cos((24.5 * Math.PI) / 180))).toBe(1);
    expect(fresnel(1 / 2.417, Math.cos((24.3 * Math.PI) / 180))).toBeLessThan(1);
  });

  it("at Brewster's angle is half the reflectance of the one polarisation left", () => {
    const n = 1.5;
    const cosine = Math.cos(Math.atan(n));
    const left = ((1 - n * n) / (1 + n * n)) ** 2;
    expect(fresnel(n, cosine)).toBeCloseTo(left / 2, 10);
  });

  it("of a metal goes from its colour to white at grazing", () => {
    expect(schlick(0.4, 1)).toBe(0.4);
    expect(schlick(0.4, 0)).toBe(1);
  });
});

describe("a sky", () => {
  it("gives back from each direction what was baked into it", () => {
    const { room } = lightingOf(([x, y, z], out) => {
      out.r = x + 1;
      out.g = y + 1;
      out.b = z + 1;
    });
    const out = { r: 0, g: 0, b: 0 };
    for (const [x, y, z] of [
      [0.6, 0.48, 0.64],
      [-0.6, 0.64, 0.48],
      [0.48, -0.6, -0.64],
      [0, 0, 1],
    ] as const) {
      lookUp(room, 0, x, y, z, out);
      expect(Math.abs(out.r - x - 1)).toBeLessThan(0.02);
      expect(Math.abs(out.g - y - 1)).toBeLessThan(0.02);
      expect(Math.abs(out.b - z - 1)).toBeLessThan(0.02);
    }
  });
});
