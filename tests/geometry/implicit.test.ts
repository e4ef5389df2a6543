import { expect, it } from "vitest";
import { blend, common, cut, grown, mirrored } from "#lib/kernel/implicit/combine.ts";
import { meshShape } from "#lib/kernel/implicit/mesh-shape.ts";
import { ball, ellipsoid, limb, roundedBox, torus } from "#lib/kernel/implicit/primitives.ts";
import type { Shape } from "#lib/kernel/implicit/shape.ts";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";

const kernel = await loadSolidKernel();

const volumes: [string, Shape, number][] = [
  ["a ball", ball([1, -2, 3], 8), (4 / 3) * Math.PI * 512],
  ["an ellipsoid", ellipsoid([0, 0, 0], [9, 6, 4]), (4 / 3) * Math.PI * 216],
  ["a limb", limb([0, 0, 0], [0, 0, 12], 4), Math.PI * 16 * 12 + (4 / 3) * Math.PI * 64],
  ["a ring", torus([0, 0, 0], 10, 3), 2 * Math.PI ** 2 * 10 * 9],
  [
    "a half ball",
    cut(ball([0, 0, 0], 8), [roundedBox([0, 0, 20], [20, 20, 20], 0)]),
    (2 / 3) * Math.PI * 512,
  ],
];

it.each(volumes)(
  "meshes %s to its closed-form volume within half a percent",
  (_, shape, volume) => {
    const mesh = meshShape(shape, 0.4);
    expect(Math.abs(volumeOf(mesh) / volume - 1)).toBeLessThan(0.005);
    expect(topologyOf(mesh)).toMatchObject({ openEdges: 0, pieces: 1 });
  },
);

it("lays every vertex on the surface", () => {
  const shape = ball([0, 0, 0], 10);
  const { positions } = meshShape(shape, 0.7);
  const off = Array.from({ length: positions.length / 3 }, (_, v) =>
    Math.abs(shape.distance(positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!)),
  );
  expect(Math.max(...off)).toBeLessThan(0.005);
});

it("makes a closed solid of a surface that touches itself everywhere", () => {
  const foam: Shape = {
    distance: (x, y, z) =>
      Math.max(
        Math.hypot(x, y, z) - 9,
        Math.sin(2.1 * x) * Math.cos(1.7 * y) * Math.sin(1.9 * z + x),
      ),
    box: { min: [-9, -9, -9], max: [9, 9, 9] },
  };
  const volume = kernel.scope(() => kernel.fromMesh(meshShape(foam, 0.45)).volume());
  expect(volume).toBeGreaterThan(100);
});

it("blends without a gap and mirrors, grows and crosses shapes", () => {
  const body = blend(2, [ball([0, 0, 0], 5), ball([0, 0, 8], 4)]);
  expect(body.distance(0, 0, 4.4)).toBeLessThan(0);
  expect(mirrored(ball([3, 0, 0], 1)).distance(-3, 0, 0)).toBe(-1);
  expect(grown(ball([0, 0, 0], 1), 2).distance(4, 0, 0)).toBe(1);
  expect(common(ball([0, 0, 0], 3), ball([4, 0, 0], 3)).distance(2, 0, 0)).toBe(-1);
});
