import { describe, expect, test } from "vitest";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import type { Vec3 } from "#lib/kernel/mesh.ts";
import { isKernelDead, type Solid } from "#lib/kernel/solid/kernel.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { isClosed, kernel, meshOf, torus } from "./shapes.ts";

const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
};

const circle = (radius: number, z: number, points = 64): Vec3[] =>
  Array.from({ length: points }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    return [radius * Math.cos(angle), radius * Math.sin(angle), z];
  });

/** Area of a regular polygon with its corners on the circle. */
const polygonArea = (radius: number, corners: number) =>
  (corners / 2) * radius ** 2 * Math.sin((2 * Math.PI) / corners);

const isDeleted = (solid: Solid) => (solid as Solid & { isDeleted(): boolean }).isDeleted();

describe("volumes", () => {
  test("a torus has 2π²Rr² within 0.1 %", () => {
    const volume = volumeOf(meshOf(() => torus(10, 2)));
    expect(Math.abs(volume / (2 * Math.PI ** 2 * 10 * 4) - 1)).toBeLessThan(0.001);
  });

  test("a sphere of 256 segments has 4/3 πr³ within 0.1 %", () => {
    const volume = volumeOf(meshOf(() => kernel.sphere(3, 256)));
    expect(Math.abs(volume / (36 * Math.PI) - 1)).toBeLessThan(0.001);
  });

  test("a bored box loses exactly the polygon it was bored with", () => {
    const mesh = meshOf(() =>
      kernel.difference(kernel.cube([4, 4, 2], true), [kernel.cylinder(3, 1, 1, 32, true)]),
    );
    expect(volumeOf(mesh)).toBeCloseTo(32 - 2 * polygonArea(1, 32), 4);
  });

  test("an outline within another is a hole of the extrusion", () => {
    const square = (low: number, high: number) =>
      [
        [low, low],
        [high, low],
        [high, high],
        [low, high],
      ] as const;
    expect(volumeOf(meshOf(() => kernel.extrude([square(0, 3), square(1, 2)], 2)))).toBeCloseTo(16);
  });

  test("a hull of points and solids encloses both", () => {
    const mesh = meshOf(() => kernel.hull([kernel.cube([1, 1, 1]), [0, 0, 2]]));
    expect(volumeOf(mesh)).toBeCloseTo(1 + 1 / 3);
  });

  test("intersection and union of two boxes add up to both", () => {
    const boxes = () => [
      kernel.cube([2, 2, 2]),
      kernel.translate(kernel.cube([2, 2, 2]), [1, 0, 0]),
    ];
    expect(volumeOf(meshOf(() => kernel.intersect(boxes())))).toBeCloseTo(4);
    expect(volumeOf(meshOf(() => kernel.union(boxes())))).toBeCloseTo(12);
  });
});

describe("lofts", () => {
  test("are wound outwards whichever way the rings run", () => {
    const rings = [circle(1, 0), circle(1, 3)];
    const turned = rings.map((ring) => [...ring].reverse());
    for (const order of [rings, [...rings].reverse(), turned]) {
      const mesh = meshOf(() => kernel.loft(order));
      expect(volumeOf(mesh)).toBeCloseTo(3 * polygonArea(1, 64), 4);
      expect(isClosed(mesh)).toBe(true);
    }
  });

  test("close into a loop without ends", () => {
    const rings = Array.from({ length: 48 }, (_, i): Vec3[] => {
      const turn = (2 * Math.PI * i) / 48;
      return circle(1, 0, 24).map(([u, v]) => [
        (8 + u) * Math.cos(turn),
        (8 + u) * Math.sin(turn),
        v,
      ]);
    });
    const mesh = meshOf(() => kernel.loft(rings, { closed: true }));
    expect(isClosed(mesh)).toBe(true);
    expect(volumeOf(mesh)).toBeGreaterThan(0.98 * 2 * Math.PI ** 2 * 8);
  });

  test("cap an outline that is not convex without spilling over", () => {
    const outline = [
      [0, 0],
      [3, 0],
      [3, 1],
      [1, 1],
      [1, 3],
      [0, 3],
    ] as const;
    const rings = [0, 2].map((z) => outline.map(([x, y]): Vec3 => [x, y, z]));
    expect(volumeOf(meshOf(() => kernel.loft(rings)))).toBeCloseTo(10);
  });

  test("refuse rings of unequal length", () => {
    expect(() => kernel.loft([circle(1, 0, 8), circle(1, 1, 9)])).toThrow(/equally many/);
  });
});

describe("transforms and warps", () => {
  test("a mirroring matrix keeps the outside outside", () => {
    const mirror = [-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 5, 0, 0, 1];
    const mesh = meshOf(() => kernel.transform(kernel.cube([1, 2, 3]), mirror));
    expect(volumeOf(mesh)).toBeCloseTo(6);
  });

  test("a warp moves vertices in place", () => {
    const mesh = meshOf(() =>
      kernel.warp(kernel.cube([1, 1, 1]), (point) => {
        point[2] *= 3;
      }),
    );
    expect(volumeOf(mesh)).toBeCloseTo(3);
  });
});

describe("refusals", () => {
  const box = meshOf(() => kernel.cube([1, 1, 1]));

  test("an open mesh breaks a rule", () => {
    const open = { positions: box.positions, indices: box.indices.slice(3) };
    expect(codeOf(() => kernel.fromMesh(open))).toBe("rule_broken");
  });

  test("a mesh turned inside out breaks a rule", () => {
    const inside = { positions: box.positions, indices: box.indices.slice().reverse() };
    expect(codeOf(() => kernel.fromMesh(inside))).toBe("rule_broken");
  });

  test("coordinates that are no numbers break a rule", () => {
    const positions = box.positions.slice().fill(Number.NaN, 0, 1);
    expect(codeOf(() => kernel.fromMesh({ positions, indices: box.indices }))).toBe("rule_broken");
  });

  test("a dead module is told from a refused shape, also as a cause", () => {
    const dead = new WebAssembly.RuntimeError("memory access out of bounds");
    expect(isKernelDead(dead)).toBe(true);
    expect(isKernelDead(new Error("build failed", { cause: dead }))).toBe(true);
    expect(isKernelDead(new Error("Not manifold"))).toBe(false);
  });
});

describe("scopes", () => {
  test("delete what was made inside, also by methods", () => {
    const made = kernel.scope(() => {
      const cube = kernel.cube([1, 1, 1]);
      return { cube, moved: cube.translate([1, 0, 0]), parts: cube.decompose() };
    });
    expect([made.cube, made.moved, ...made.parts].map(isDeleted)).toEqual([true, true, true]);
  });

  test("delete what was made before a throw", () => {
    let cube: Solid | undefined;
    const build = () =>
      kernel.scope(() => {
        cube = kernel.cube([1, 1, 1]);
        throw new Error("stop");
      });
    expect(build).toThrow("stop");
    expect(cube && isDeleted(cube)).toBe(true);
  });

  test("pass a returned solid to the scope around", () => {
    const volume = kernel.scope(() => {
      const inner = kernel.scope(() => kernel.cube([1, 1, 1]).scale(2));
      return inner.volume();
    });
    expect(volume).toBeCloseTo(8);
  });
});
