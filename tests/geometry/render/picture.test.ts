import { afterAll, describe, expect, it, vi } from "vitest";
import type { Part } from "#lib/kernel/mesh.ts";
import { placeCamera, type View } from "#lib/kernel/render/camera.ts";
import { toneMap } from "#lib/kernel/render/develop.ts";
import { drawPicture, standardLighting } from "#lib/kernel/render/draw-picture.ts";
import { floorShadeAt, shadeFloorRow, smoothFloor } from "#lib/kernel/render/floor-shade.ts";
import { prepareGeometry } from "#lib/kernel/render/geometry.ts";
import { FLOOR_SIDE, setUpShot } from "#lib/kernel/render/shot.ts";
import { createStudio } from "#lib/workshop/drawing/studio.ts";
import { ball, smallPicture, sphere, stone } from "./fixtures.ts";

/** Whole pictures, each with its light map: slow on a machine that has other work to do. */
vi.setConfig({ testTimeout: 90_000 });

const piece = [ball, { ...stone, mesh: lifted(stone.mesh, 9) }];

function lifted(mesh: typeof stone.mesh, byMm: number): typeof stone.mesh {
  return { ...mesh, positions: mesh.positions.map((v, i) => (i % 3 === 2 ? v + byMm : v)) };
}

describe("a picture", () => {
  it("is the same from the same seed, byte for byte", () => {
    expect(drawPicture(piece, smallPicture)).toEqual(drawPicture(piece, smallPicture));
  });

  it("is another from another seed", () => {
    const other = drawPicture(piece, { ...smallPicture, seed: 5 });
    expect(other).not.toEqual(drawPicture(piece, smallPicture));
  });

  it("hides nothing behind a transparent background but the piece and its shadow", () => {
    const rgba = drawPicture(piece, { ...smallPicture, background: "transparent" });
    const alphaAt = (x: number, y: number) => rgba[(y * smallPicture.widthPx + x) * 4 + 3];
    expect(alphaAt(0, 0)).toBe(0);
    expect(alphaAt(12, 15)).toBe(255);
  });

  it("is opaque on light and dark ground", () => {
    for (const background of ["light", "dark"] as const) {
      const rgba = drawPicture(piece, { ...smallPicture, background });
      expect(rgba.every((v, i) => i % 4 !== 3 || v === 255)).toBe(true);
    }
  });
});

describe("a studio of threads", () => {
  const studio = createStudio({ threads: 2 });
  afterAll(() => studio.close());

  it("draws the same bytes as one thread alone", async () => {
    const { rgba, width, height } = await studio.draw(piece, {
      view: "hero",
      seed: 0,
      sizePx: 24,
      quality: "draft",
    });
    expect([width, height]).toEqual([24, 24]);
    expect([...rgba]).toEqual([...drawPicture(piece, smallPicture)]);
  });

  it("stops when told to, and draws again afterwards", async () => {
    const abort = new AbortController();
    const order = { view: "hero", seed: 0, sizePx: 1024, quality: "final" } as const;
    const drawing = studio.draw(piece, order, { signal: abort.signal });
    abort.abort();
    await expect(drawing).rejects.toMatchObject({ code: "cancelled" });
    const next = await studio.draw(piece, { ...order, sizePx: 16, quality: "draft" });
    expect(next.rgba.length).toBe(16 * 16 * 4);
  });
});

describe("a camera", () => {
  const geometry = prepareGeometry(piece);
  const views: View[] = ["hero", "front", "side", "top"];

  it.each(views)("has the whole piece in its %s view, whatever the seed and shape", (view) => {
    for (const seed of [0, 1, 2, 99])
      for (const aspect of [1, 1200 / 630, 0.7]) {
        const camera = placeCamera(geometry, view, seed, aspect);
        const { outline } = geometry;
        for (let i = 0; i < outline.length; i += 3) {
          const offset = [0, 1, 2].map((k) => outline[i + k]! - camera.eye[k]!);
          const dot = (axis: readonly number[]) =>
            axis.reduce((sum, v, k) => sum + v * offset[k]!, 0);
          const ahead = dot(camera.forward);
          expect(Math.abs(dot(camera.right) / ahead)).toBeLessThan(camera.halfWidth);
          expect(Math.abs(dot(camera.up) / ahead)).toBeLessThan(camera.halfHeight);
        }
      }
  });
});

describe("a turn of the camera", () => {
  const geometry = prepareGeometry(piece);
  const turns = Array.from({ length: 24 }, (_, frame) =>
    placeCamera(geometry, "hero", 0, 1, frame * 15),
  );

  it("stays at one height and distance, and keeps the piece in the picture", () => {
    const [first] = turns;
    for (const camera of turns) {
      expect(camera.eye[2]).toBeCloseTo(first!.eye[2], 9);
      for (let i = 0; i < geometry.outline.length; i += 3) {
        const offset = [0, 1, 2].map((k) => geometry.outline[i + k]! - camera.eye[k]!);
        const dot = (axis: readonly number[]) =>
          axis.reduce((sum, v, k) => sum + v * offset[k]!, 0);
        const ahead = dot(camera.forward);
        expect(Math.abs(dot(camera.right) / ahead)).toBeLessThan(camera.halfWidth);
        expect(Math.abs(dot(camera.up) / ahead)).toBeLessThan(camera.halfHeight);
      }
    }
  });

  it("begins where the standing picture is taken from", () => {
    const still = placeCamera(geometry, "hero", 0, 1);
    turns[0]!.forward.forEach((v, k) => void expect(v).toBeCloseTo(still.forward[k]!, 9));
  });
});

describe("the shape a piece is framed by", () => {
  const block = (width: number, depth: number, height: number): Part => {
    const mesh = sphere(1);
    const size = [width / 2, depth / 2, height / 2];
    const positions = mesh.positions.map((v, i) => v * size[i % 3]!);
    return { ...ball, mesh: { ...mesh, positions } };
  };
  it.each([
    ["compact", block(10, 9, 10)],
    ["tall", block(10, 10, 20)],
    ["plate", block(30, 4, 30)],
    ["flat", block(30, 30, 4)],
    ["tall", { ...block(20, 20, 20), role: "cloth" }],
  ] as [string, Part][])("is %s", (shape, part) => {
    expect(prepareGeometry([part]).shape).toBe(shape);
  });
});

describe("the floor", () => {
  it("is dark under the piece and lit far from it", () => {
    const shot = setUpShot(prepareGeometry(piece), standardLighting(), smallPicture);
    for (let row = 0; row < FLOOR_SIDE; row++) shadeFloorRow(shot, row);
    smoothFloor(shot.floorShade);
    expect(floorShadeAt(shot, 0, 0)).toBeLessThan(0.1);
    expect(floorShadeAt(shot, shot.floorReachMm * 0.95, 0)).toBeGreaterThan(0.95);
    expect(floorShadeAt(shot, shot.floorReachMm * 2, 0)).toBe(1);
  });
});

describe("the tone curve", () => {
  const map = (...rgb: [number, number, number]) => {
    const values = Float64Array.from(rgb);
    toneMap(values);
    return [...values];
  };

  it("takes 0.04 off mid tones and leaves their differences", () => {
    const [r, g, b] = map(0.5, 0.3, 0.2);
    expect(r! - g!).toBeCloseTo(0.2, 10);
    expect(g! - b!).toBeCloseTo(0.1, 10);
    expect(b).toBeCloseTo(0.16, 10);
  });

  it("keeps every light below one, brighter ones nearer to white", () => {
    const [r, g, b] = map(30, 10, 1);
    expect(Math.max(r!, g!, b!)).toBeLessThan(1);
    expect(b!).toBeGreaterThan(map(3, 1, 0.1)[2]!);
  });
});
