import { describe, expect, it } from "vitest";
import { compareParts } from "#lib/kernel/compare/compare-parts.ts";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import { loadSolidKernel, type Solid } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { ringSchema } from "#lib/kinds/ring/schema.ts";

const kernel = await loadSolidKernel();
const partsOf = (make: () => Solid): Part[] => [
  {
    name: "body",
    role: "metal",
    material: "brass",
    mesh: kernel.scope(() => kernel.toMesh(make())),
  },
];

describe("two solids", () => {
  const was = partsOf(() => kernel.cube([10, 10, 10]));
  const is = partsOf(() => kernel.translate(kernel.cube([10, 10, 12]), [2, 0, 0]));

  it("differ by closed solids of what was added and what was removed", () => {
    const { addedMm3, removedMm3, keptMm3, parts } = compareParts(kernel, was, is);
    expect(addedMm3).toBeCloseTo(2 * 100 + 2 * 80 + 2 * 20, 3);
    expect(removedMm3).toBeCloseTo(2 * 100, 3);
    expect(keptMm3).toBeCloseTo(800, 3);
    expect(parts.map(({ name }) => name)).toEqual(["added", "removed", "kept"]);
    expect(new Set(parts.map(({ colour }) => colour)).size).toBe(3);
    expect(volumeOf(parts[1]!.mesh)).toBeCloseTo(200, 3);
  });

  it("of one shape have nothing but what is kept", () => {
    const { addedMm3, removedMm3, parts } = compareParts(kernel, was, was);
    expect([addedMm3, removedMm3]).toEqual([0, 0]);
    expect(parts.map(({ name }) => name)).toEqual(["kept"]);
  });
});

it("a wider band adds metal and removes next to none", () => {
  const build = (bandWidthMm: number) =>
    buildPiece(kernel, ring, ringSchema.parse({ bandWidthMm, taperPercent: 0 }), "preview");
  const [narrow, wide] = [build(2.4), build(3)];
  const { addedMm3, removedMm3 } = compareParts(kernel, narrow.parts, wide.parts);
  const grown = wide.measures.volumeMm3 - narrow.measures.volumeMm3;
  expect(addedMm3 - removedMm3).toBeCloseTo(grown, 2);
  expect(addedMm3).toBeGreaterThan(10 * removedMm3);
});
