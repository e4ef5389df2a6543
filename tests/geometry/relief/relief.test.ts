import { describe, expect, it } from "vitest";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import type { Mesh, Part } from "#lib/kernel/mesh.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import { findSubject } from "#lib/kernel/relief/find-subject.ts";
import { emptyGrid, type Grid, mapGrid } from "#lib/kernel/relief/grid.ts";
import { roundHeights } from "#lib/kernel/relief/inflate.ts";
import { objectFromPicture } from "#lib/kernel/relief/object-from-picture.ts";
import { segment } from "#lib/kernel/relief/segment/segment.ts";
import { silhouetteSolid } from "#lib/kernel/relief/silhouette-solid.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { weld } from "#lib/kernel/solid/weld.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { DARK_SCENE, drawScene, FAINT_SCENES, overlap, SCENES } from "./scenes.ts";

const kernel = await loadSolidKernel();
const { raster } = await drawScene(SCENES[0]!);
const robot = (await drawScene(SCENES[3]!)).raster;

describe("the subject of a picture", () => {
  it.each(SCENES.map((scene) => [scene.name, scene] as const))(
    "is found: %s",
    async (_name, scene) => {
      const { raster, truth } = await drawScene(scene);
      const found = segment(raster);
      const share = overlap(found, truth, [raster.width, raster.height]);
      expect(share).toBeGreaterThanOrEqual(scene.floor);
    },
  );

  it.each(FAINT_SCENES.map((scene) => [scene.name, scene] as const))(
    "is not surely found where its colour is the ground's: %s",
    async (_name, scene) => {
      const { raster } = await drawScene(scene);
      const { confidence, doubts } = findSubject(raster);
      expect(confidence).toBeLessThan(0.5);
      expect(doubts.join(" ")).toContain("nearly the colour of its ground");
    },
  );

  it("is surely found without a colour where it is much darker than its ground", async () => {
    const { raster, truth } = await drawScene(DARK_SCENE);
    const found = segment(raster);
    expect(overlap(found, truth, [raster.width, raster.height])).toBeGreaterThanOrEqual(0.95);
    expect(found.confidence).toBeGreaterThan(0.8);
    expect(findSubject(raster).doubts).toEqual([]);
  });

  it("is not surely found where there is none", () => {
    const even = greys(200, 200, () => 200);
    expect(segment(even).confidence).toBeLessThan(0.5);
  });
});

/** An opaque grey picture. */
function greys(width: number, height: number, at: (x: number, y: number) => number): Raster {
  const rgba = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) {
    rgba.fill(at(i % width, Math.floor(i / width)), 4 * i, 4 * i + 3);
  }
  return { width, height, rgba };
}

describe("a swollen silhouette", () => {
  const radiusPx = 90;
  const disc: Grid = mapGrid(emptyGrid(240, 240), (_, i) => {
    const x = (i % 240) + 0.5 - 120;
    const y = Math.floor(i / 240) + 0.5 - 120;
    return radiusPx - Math.sqrt(x * x + y * y);
  });

  it("of a disc is the half ball √(R² − r²), and with its mirror image a ball", () => {
    const heights = roundHeights(disc);
    for (const r of [0, 30, 60, 80]) {
      const x = r - 0.5;
      const height = heights.values[120 * 240 + 120 + r - 1]!;
      expect(Math.abs(height - Math.sqrt(radiusPx ** 2 - x * x - 0.25))).toBeLessThan(
        0.005 * radiusPx,
      );
    }
    const mesh = silhouetteSolid({
      silhouette: disc,
      front: heights,
      back: mapGrid(heights, (value) => -value),
      rimFront: 0,
      rimBack: 0,
      mmPerPx: 0.1,
    });
    const ball = (4 / 3) * Math.PI * 9 ** 3;
    const volume = kernel.scope(() => kernel.fromMesh(mesh).volume());
    expect(Math.abs(volume / ball - 1)).toBeLessThan(0.005);
  });
});

describe("an object of a picture", () => {
  it.each([500, 5_000, 30_000])("keeps a limit of %i triangles and is closed", (faceLimit) => {
    const { mesh } = objectFromPicture(kernel, raster, { heightMm: 60, faceLimit, base: true });
    expect(mesh.indices.length / 3).toBeLessThanOrEqual(faceLimit);
    expect(mesh.indices.length / 3).toBeGreaterThan(0.5 * Math.min(faceLimit, 20_000));
    expectClosed(mesh, 1);
  });

  it("joins a subject of two parts to one solid", () => {
    const { mesh, segmentation } = objectFromPicture(kernel, robot, { heightMm: 60 });
    expectClosed(mesh, 1);
    expect(segmentation.confidence).toBeGreaterThan(0.8);
  });

  it("is as high as asked and lies in its texture", () => {
    const { mesh, texture } = objectFromPicture(kernel, raster, { heightMm: 60 });
    const zs = Array.from(mesh.positions).filter((_, i) => i % 3 === 2);
    const high = zs.reduce((most, z) => Math.max(most, z), -1e9);
    const low = zs.reduce((least, z) => Math.min(least, z), 1e9);
    expect(Math.abs(high - low - 60)).toBeLessThan(0.5);
    expect(mesh.uvs!.every((value) => value >= 0 && value <= 1)).toBe(true);
    expect(texture.rgb.length).toBe(3 * texture.width * texture.height);
  });

  it("refuses a picture without a subject by name of the field", () => {
    const clear: Raster = { width: 40, height: 40, rgba: new Uint8Array(6400) };
    expect(() => objectFromPicture(kernel, clear, { heightMm: 60 })).toThrow(
      expect.objectContaining({ code: "rule_broken", details: { field: "mask", value: null } }),
    );
  });
});

function expectClosed(mesh: Mesh, pieces: number): void {
  const topology = topologyOf(weld(mesh));
  expect([topology.openEdges, topology.pieces]).toEqual([0, pieces]);
}

describe("a lithophane", () => {
  const kind = getKind("lithophane");
  const [width, height] = [60, 45];
  const grey = (x: number, y: number) => (x * 37 + y * 53 + ((x * y) % 11) * 9) % 256;
  const picture = greys(width, height, grey);
  const spec = { picture: "p", widthMm: 66, borderMm: 3, minMm: 0.8, maxMm: 3.2, stand: false };

  const partOf = (more: Record<string, unknown>): Part => {
    const whole = parseSpec(kind, { ...spec, ...more });
    return buildPiece(kernel, kind, whole, "final", { assets: { pictures: { p: picture } } })
      .parts[0]!;
  };
  const thickness = (x: number, y: number) => 0.8 + 2.4 * (1 - grey(x, y) / 255);

  it.each([0, 90])("is as thick as each pixel is dark within 0.02 mm, bent by %i°", (curveDeg) => {
    const bend = curveDeg === 0 ? {} : { form: "curved", curveDeg };
    const { mesh } = partOf(bend);
    const radius = curveDeg === 0 ? 0 : 66 / ((curveDeg * Math.PI) / 180);
    const found = thicknessByPixel(mesh, radius, (66 - 6) / width, (51 - 6) / height);
    const sampled = [0, 7, 23, 44, 59].flatMap((x) => [0, 11, 30, 44].map((y) => [x, y] as const));
    for (const [x, y] of sampled) {
      expect(Math.abs((found.get(`${x} ${y}`) ?? 0) - thickness(x, y))).toBeLessThan(0.02);
    }
  });
});

/** Thickness at the vertices that lie on pixels' middles, by pixel. */
function thicknessByPixel(mesh: Mesh, radius: number, pitchX: number, pitchY: number) {
  const found = new Map<string, number>();
  for (let i = 0; i < mesh.positions.length; i += 3) {
    const [x, y, z] = mesh.positions.subarray(i, i + 3) as unknown as [number, number, number];
    const along = radius === 0 ? x : radius * Math.atan2(x, radius - y);
    const out = radius === 0 ? -y : Math.sqrt(x * x + (radius - y) ** 2) - radius;
    const px = (along + 33 - 3) / pitchX - 0.5;
    const py = (51 - z - 3) / pitchY - 0.5;
    const isMiddle = Math.abs(px - Math.round(px)) < 0.01 && Math.abs(py - Math.round(py)) < 0.01;
    if (isMiddle && out > 0.1) found.set(`${Math.round(px)} ${Math.round(py)}`, out);
  }
  return found;
}
