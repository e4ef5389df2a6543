import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOOK_BLOCKS } from "#lib/kernel/look/blocks.ts";
import { describeLook, LOOK_DIMENSIONS } from "#lib/kernel/look/describe.ts";
import { toOklab } from "#lib/kernel/look/oklab.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";

type Rgb = readonly [number, number, number];

interface Scene {
  shape: "ring" | "disc" | "bar" | "triangle";
  colour: Rgb;
  /** Of a stone on top; none where not given. */
  stone?: Rgb;
  ground?: Rgb;
  /** Half the thing's size, px of 96. */
  radius?: number;
  shiftX?: number;
  shiftY?: number;
  /** Times every number of light. */
  light?: number;
}

const EDGE_PX = 96;
const GOLD: Rgb = [212, 170, 70];
const SILVER: Rgb = [150, 152, 156];
const RED: Rgb = [190, 25, 40];
const BLUE: Rgb = [30, 60, 170];

/** Whether a place, in radii from the thing's middle, is on it. */
const SHAPES: Record<Scene["shape"], (x: number, y: number) => boolean> = {
  ring: (x, y) => Math.abs(Math.hypot(x, y) - 0.8) < 0.2,
  disc: (x, y) => Math.hypot(x, y) < 1,
  bar: (x, y) => Math.abs(x) < 1 && Math.abs(y) < 0.25,
  triangle: (x, y) => y > -1 && y < 1 && Math.abs(x) < (y + 1) / 2,
};

/** A lit thing on an even ground, with a little shading so that its surface is not flat. */
function draw(scene: Scene): Raster {
  const { shape, colour, stone, ground = [225, 226, 228], radius = 30, light = 1 } = scene;
  const rgba = new Uint8Array(4 * EDGE_PX * EDGE_PX);
  for (let i = 0; i < EDGE_PX * EDGE_PX; i++) {
    const x = ((i % EDGE_PX) - EDGE_PX / 2 - (scene.shiftX ?? 0)) / radius;
    const y = (Math.floor(i / EDGE_PX) - EDGE_PX / 2 - (scene.shiftY ?? 0)) / radius;
    const isStone = stone && Math.hypot(x, y + 1) < 0.3;
    const own = isStone ? stone : SHAPES[shape](x, y) ? colour : null;
    const shade = own ? 0.85 + 0.15 * Math.cos(3 * x - 2 * y) : 1;
    for (let k = 0; k < 3; k++) {
      rgba[4 * i + k] = Math.min(255, Math.round((own ?? ground)[k]! * shade * light));
    }
    rgba[4 * i + 3] = 255;
  }
  return { width: EDGE_PX, height: EDGE_PX, rgba };
}

const RING: Scene = { shape: "ring", colour: GOLD, stone: RED };
const RINGS_LOOK = describeLook(draw(RING));

/** How near a scene looks to the ring, 1 for the same. */
const likeness = (other: Scene) => {
  const [a, b] = [RINGS_LOOK, describeLook(draw(other))];
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
};

describe("the look of a picture", () => {
  it("is a unit vector whose parts weigh what they say", () => {
    expect(RINGS_LOOK).toHaveLength(LOOK_DIMENSIONS);
    expect(Math.hypot(...RINGS_LOOK)).toBeCloseTo(1, 5);
    expect(LOOK_BLOCKS.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it("is the same for the same picture", () => {
    expect(describeLook(draw(RING))).toEqual(RINGS_LOOK);
  });

  it("stays near when the thing is moved, larger or smaller, or lit otherwise", () => {
    const changes = fc.record({
      shiftX: fc.integer({ min: -7, max: 7 }),
      shiftY: fc.integer({ min: -5, max: 5 }),
      radius: fc.integer({ min: 23, max: 34 }),
      light: fc.double({ min: 0.9, max: 1.08, noNaN: true }),
    });
    fc.assert(
      fc.property(changes, (change) => likeness({ ...RING, ...change }) > 0.9),
      { numRuns: 10, seed: 3 },
    );
  });

  it.each<[string, Partial<Scene>]>([
    ["another colour", { colour: SILVER }],
    ["another stone", { stone: BLUE }],
    ["no stone", { stone: GOLD }],
    ["another outline", { shape: "bar" }],
    ["another outline of the same box", { shape: "triangle" }],
  ])("goes farther away with %s than by any small change", (_, change) => {
    const moved = likeness({ ...RING, shiftX: 5, shiftY: 3, radius: 26, light: 0.94 });
    expect(likeness({ ...RING, ...change })).toBeLessThan(moved - 0.05);
  });

  it("says more of another colour and outline together than of one alone", () => {
    const colour = likeness({ ...RING, colour: SILVER, stone: BLUE });
    const both = likeness({ shape: "bar", colour: BLUE });
    expect(both).toBeLessThan(colour);
  });

  it("does not mind whether an opening is seen as ground", () => {
    const light = likeness({ ...RING, ground: [235, 234, 230] });
    expect(light).toBeGreaterThan(0.95);
  });

  it("answers for a picture with nothing on it", () => {
    const blank = { width: 40, height: 30, rgba: new Uint8Array(4 * 40 * 30).fill(255) };
    const look = describeLook(blank);
    expect(Math.hypot(...look)).toBeCloseTo(1, 5);
    expect(look.every(Number.isFinite)).toBe(true);
  });
});

it("OKLab has white at lightness 1 and greys without colour", () => {
  const lab = new Float32Array(9);
  toOklab(255, 255, 255, lab, 0);
  toOklab(119, 119, 119, lab, 3);
  toOklab(0, 0, 255, lab, 6);
  expect(lab[0]).toBeCloseTo(1, 3);
  for (const at of [1, 2, 4, 5]) expect(lab[at]).toBeCloseTo(0, 3);
  // Blue of sRGB by Ottosson's reference: L 0.452, a −0.032, b −0.312.
  expect([lab[6], lab[7], lab[8]]).toEqual([
    expect.closeTo(0.452, 2),
    expect.closeTo(-0.032, 2),
    expect.closeTo(-0.312, 2),
  ]);
});
