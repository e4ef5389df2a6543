import { describe, expect, test } from "vitest";
import { areaOf, volumeOf } from "#lib/kernel/measure/extent.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import { thinnestWall } from "#lib/kernel/measure/wall.ts";
import { zoneAround } from "#lib/kernel/measure/zone.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import type { Point2, Solid } from "#lib/kernel/solid/kernel.ts";
import { joinMeshes } from "#lib/kernel/solid/weld.ts";
import { jewelledBand, kernel, meshOf, torus } from "./shapes.ts";

const wallOf = (make: () => Solid) => thinnestWall(meshOf(make));

const taper = (degrees: number, tipMm = 0): Point2[] => {
  const rise = 10 * Math.tan((degrees * Math.PI) / 180);
  const foot: Point2[] = [
    [0, 0],
    [10, 0],
    [10, tipMm + rise],
  ];
  return tipMm > 0 ? [...foot, [0, tipMm]] : foot;
};

const fin = () =>
  kernel.union([kernel.cube([20, 20, 4]), kernel.translate(kernel.cube([0.3, 2, 4]), [10, 9, 3])]);

describe("thinnest wall", () => {
  test.each<[string, number, () => Solid]>([
    ["a plate", 1, () => kernel.cube([20, 20, 1])],
    [
      "a tube",
      0.8,
      () =>
        kernel.difference(kernel.cylinder(10, 5, 5, 256, true), [
          kernel.cylinder(12, 4.2, 4.2, 256, true),
        ]),
    ],
    [
      "a hollow sphere",
      0.5,
      () => kernel.difference(kernel.sphere(5, 128), [kernel.sphere(4.5, 128)]),
    ],
    ["a small fin on a block", 0.3, fin],
    ["a tapered blade with a blunt tip", 0.3, () => kernel.extrude([taper(5, 0.3)], 6)],
    ["a torus", 4, () => torus(10, 2)],
    [
      "the web between two bores",
      0.15,
      () =>
        kernel.difference(
          kernel.cube([6, 6, 3]),
          [2, 4.15].map((x) => kernel.translate(kernel.cylinder(5, 1, 1, 128), [x, 3, -1])),
        ),
    ],
  ])("of %s is %f mm", (_, expected, make) => {
    expect(Math.abs(wallOf(make)!.thicknessMm - expected)).toBeLessThan(0.004);
  });

  test("lies where the fin is", () => {
    const [x, y, z] = wallOf(fin)!.at;
    expect([x >= 9.99 && x <= 10.31, y >= 8.99 && y <= 11.01, z >= 4 && z <= 7.01]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each([5, 15, 30])("of a wedge of %i° is its length: a sharp edge is no wall", (degrees) => {
    expect(wallOf(() => kernel.extrude([taper(degrees)], 6))!.thicknessMm).toBeCloseTo(6, 3);
  });

  test.each([4, 0.8])("of a cone of radius %f mm does not exist", (radius) => {
    expect(wallOf(() => kernel.cylinder(10, radius, 0, 128))).toBeNull();
  });

  test("leaves out places that have rules of their own", () => {
    const mesh = meshOf(fin);
    const finOnly = meshOf(() => kernel.translate(kernel.cube([0.3, 2, 4]), [10, 9, 3]));
    const wall = thinnestWall(mesh, { except: [zoneAround(finOnly, 0.1)] });
    expect(wall!.thicknessMm).toBeCloseTo(4, 3);
  });

  test("is the same twice", () => {
    const { mesh } = jewelledBand()[0]!;
    expect(thinnestWall(mesh)).toEqual(thinnestWall(mesh));
  });

  test("of nothing does not exist", () => {
    expect(thinnestWall({ positions: new Float32Array(), indices: new Uint32Array() })).toBeNull();
  });
});

describe("topology", () => {
  test("a band has one handle, a block with two bores has two", () => {
    expect(topologyOf(meshOf(() => torus(10, 2, 32)))).toMatchObject({ pieces: 1, genus: 1 });
    const bored = meshOf(() =>
      kernel.difference(
        kernel.cube([6, 4, 2], true),
        [-1.5, 1.5].map((x) => kernel.translate(kernel.cylinder(4, 1, 1, 24, true), [x, 0, 0])),
      ),
    );
    expect(topologyOf(bored)).toEqual({ openEdges: 0, pieces: 1, cavities: 0, genus: 2 });
  });

  test("two solids are two pieces, a hollow is no piece", () => {
    const apart = meshOf(() =>
      kernel.union([kernel.cube([1, 1, 1]), kernel.translate(kernel.cube([1, 1, 1]), [3, 0, 0])]),
    );
    expect(topologyOf(apart).pieces).toBe(2);
    const hollow = meshOf(() => kernel.difference(kernel.sphere(2), [kernel.sphere(1)]));
    expect(topologyOf(hollow)).toMatchObject({ pieces: 1, cavities: 1, genus: 0 });
  });

  test("two solids that touch along an edge stay two closed pieces", () => {
    const cube = (x: number, y: number) =>
      meshOf(() => kernel.translate(kernel.cube([1, 1, 1]), [x, y, 0]));
    expect(topologyOf(joinMeshes([cube(0, 0), cube(1, 1)]))).toMatchObject({
      openEdges: 0,
      genus: 0,
    });
  });

  test("a missing triangle leaves three open edges", () => {
    const { positions, indices } = meshOf(() => kernel.sphere(1, 24));
    expect(topologyOf({ positions, indices: indices.slice(3) }).openEdges).toBe(3);
  });
});

describe("measures of parts", () => {
  const parts = jewelledBand();
  const measures = measureParts(parts, null);

  test("count the metal alone, in its own alloy", () => {
    const metal = parts[0]!.mesh;
    expect(measures.volumeMm3).toBeCloseTo(volumeOf(metal), 9);
    expect(measures.areaMm2).toBeCloseTo(areaOf(metal), 9);
    expect(measures.massG).toBeCloseTo((measures.volumeMm3 / 1000) * 15.02, 9);
    expect(measures.massByAlloy["platinum-950"]).toBeCloseTo((measures.volumeMm3 / 1000) * 20.7, 9);
    expect(measures).toMatchObject({ watertight: true, pieces: 1, genus: 1 });
    expect(measures.boxMm[0]).toBeLessThanOrEqual(21.4001);
  });

  test("tally equal stones together", () => {
    const [stone] = parts.filter(({ role }) => role === "stone");
    const centre: Part = { ...stone!, stone: { ...stone!.stone!, cut: "oval", carats: 1.26 } };
    const { stones, totalCarats } = measureParts([...parts, centre], null);
    expect(stones.map(({ cut, count }) => [cut, count])).toEqual([
      ["round", 12],
      ["oval", 1],
    ]);
    expect(totalCarats).toBeCloseTo(12 * 0.01 + 1.26, 9);
  });

  test("leave the wall unmeasured unless asked", () => {
    expect(measures.thinnestWallMm).toBeNull();
    const measured = measureParts(parts, {});
    expect(measured.thinnestWallMm).toBeGreaterThan(1);
    expect(measured.thinnestWallAt).toHaveLength(3);
  });

  test("an open surface is not watertight", () => {
    const [band] = parts;
    const indices = band!.mesh.indices.slice(3);
    const open: Part = { ...band!, mesh: { ...band!.mesh, indices } };
    expect(measureParts([open], null).watertight).toBe(false);
  });
});
