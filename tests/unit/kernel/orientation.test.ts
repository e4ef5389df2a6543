import { describe, expect, test } from "vitest";
import type { Vec3 } from "#lib/kernel/mesh.ts";
import { orientForPrint } from "#lib/kernel/print/orientation.ts";
import type { Solid } from "#lib/kernel/solid/kernel.ts";
import { kernel, meshOf } from "./shapes.ts";

/** A table: a plate on one leg in its middle. */
const table = () =>
  kernel.union([
    kernel.translate(kernel.cube([4, 4, 10], true), [0, 0, 5]),
    kernel.translate(kernel.cube([30, 30, 2], true), [0, 0, 11]),
  ]);
const turned = (make: () => Solid, degrees: Vec3) => meshOf(() => kernel.rotate(make(), degrees));
const rounded = (v: Vec3) => v.map((value) => Math.round(value * 1000) / 1000 + 0);

describe("the best way to stand", () => {
  test("of a table is upside down, where nothing hangs over", () => {
    const { best, asModelled, reason } = orientForPrint(kernel, meshOf(table));
    expect(rounded(best.up)).toEqual([0, 0, -1]);
    expect(best).toMatchObject({ overhangMm2: 0, supportMm3: 0 });
    expect([best.footMm2, best.heightMm]).toEqual([expect.closeTo(900, 1), expect.closeTo(12, 4)]);
    expect(asModelled.overhangMm2).toBeCloseTo(900 - 16, 2);
    expect(asModelled.supportMm3).toBeCloseTo(0.2 * (900 - 16) * 10, 1);
    expect(reason).toBe(
      "Standing on its face of 900 mm² it is 12.0 mm high and nothing leans over by more than 45°; as modelled it is 12.0 mm high and 884 mm² does.",
    );
  });

  test("is found however the piece lies", () => {
    const { best } = orientForPrint(kernel, turned(table, [90, 0, 0]));
    expect(rounded(best.up)).toEqual([0, 1, 0]);
    expect(best.overhangMm2).toBeCloseTo(0, 2);
  });

  test("of a cone is on its base, as modelled", () => {
    const { best, reason } = orientForPrint(
      kernel,
      meshOf(() => kernel.cylinder(20, 10, 0, 64)),
    );
    expect(rounded(best.up)).toEqual([0, 0, 1]);
    expect(reason).toContain("it stands best as it is modelled");
  });

  test("of a slab is flat: of ways without overhang the lowest", () => {
    const { best } = orientForPrint(
      kernel,
      turned(() => kernel.cube([40, 20, 4]), [0, 90, 0]),
    );
    expect(best.heightMm).toBeCloseTo(4, 3);
    expect(rounded(best.up).map(Math.abs)).toEqual([1, 0, 0]);
  });

  test("is the same twice", () => {
    const mesh = meshOf(() => kernel.sphere(10, 32));
    expect(orientForPrint(kernel, mesh)).toEqual(orientForPrint(kernel, mesh));
  });
});
