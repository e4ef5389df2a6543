import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import { meshHash } from "#lib/kernel/mesh-hash.ts";
import { sha256Hex } from "#lib/kernel/sha256.ts";
import { withCreaseNormals } from "#lib/kernel/solid/normals.ts";
import { weld } from "#lib/kernel/solid/weld.ts";
import { isClosed, jewelledBand, kernel, meshOf } from "./shapes.ts";

/** Lengths of all normals that are off by more than a thousandth. */
function badLengths(normals: Float32Array): number[] {
  const lengths = Array.from({ length: normals.length / 3 }, (_, i) =>
    Math.hypot(...normals.subarray(3 * i, 3 * i + 3)),
  );
  return lengths.filter((length) => !(Math.abs(length - 1) < 1e-3));
}

describe("normals", () => {
  test("a cube gets four corners on each of its six faces", () => {
    const cube = withCreaseNormals(meshOf(() => kernel.cube([1, 1, 1])));
    expect(cube.positions.length / 3).toBe(24);
    expect(badLengths(cube.normals!)).toEqual([]);
  });

  test("a fine sphere stays smooth: no vertex is split and each normal points from the centre", () => {
    const welded = meshOf(() => kernel.sphere(2, 64));
    const { positions, normals } = withCreaseNormals(welded);
    expect(positions.length).toBe(welded.positions.length);
    const dots = Array.from({ length: positions.length / 3 }, (_, v) =>
      [0, 1, 2].reduce((sum, k) => sum + (positions[3 * v + k]! / 2) * normals![3 * v + k]!, 0),
    );
    expect(Math.min(...dots)).toBeGreaterThan(0.999);
  });

  test("none is zero on a mesh of booleans, nor on triangles without an area", () => {
    const [band] = jewelledBand();
    expect(badLengths(withCreaseNormals(band!.mesh).normals!)).toEqual([]);
    const flat = {
      positions: new Float32Array([0, 0, 0, 1, 0, 0, 2, 0, 0]),
      indices: new Uint32Array([0, 1, 2]),
    };
    expect(badLengths(withCreaseNormals(flat).normals!)).toEqual([]);
  });

  test("splitting and welding again gives the same solid", () => {
    const [band] = jewelledBand();
    const again = weld(withCreaseNormals(band!.mesh));
    expect(again.indices.length).toBe(band!.mesh.indices.length);
    expect(isClosed(again)).toBe(true);
    expect(volumeOf(again)).toBeCloseTo(volumeOf(band!.mesh), 6);
  });
});

describe("welding", () => {
  test("joins corners of a triangle soup and keeps 0 and −0 together", () => {
    const soup = {
      positions: new Float32Array([0, 0, 0, 1, 0, 0, 0, 1, 0, -0, 0, 0, 0, 1, 0, -1, 0, 0]),
      indices: new Uint32Array([0, 1, 2, 3, 4, 5]),
    };
    expect(weld(soup).positions.length / 3).toBe(4);
  });

  test("drops triangles that vanish within the quantum", () => {
    const sliver = {
      positions: new Float32Array([0, 0, 0, 1, 0, 0, 1, 1e-7, 0, 0, 1, 0]),
      indices: new Uint32Array([0, 1, 2, 0, 2, 3]),
    };
    expect(Array.from(weld(sliver, 1e-5).indices)).toEqual([0, 1, 2]);
  });
});

describe("hashes", () => {
  test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1000])("SHA-256 of %i bytes is Node's", (size) => {
    const data = Uint8Array.from({ length: size }, (_, i) => (i * 7) % 251);
    const halves = [data.subarray(0, size >> 1), data.subarray(size >> 1)];
    expect(sha256Hex(...halves)).toBe(createHash("sha256").update(data).digest("hex"));
  });

  test("building twice gives the same mesh hash, another size another", () => {
    const build = (size: number) => meshHash([meshOf(() => kernel.sphere(size, 48))]);
    expect(build(2)).toBe(build(2));
    expect(build(2)).not.toBe(build(2.001));
  });
});
