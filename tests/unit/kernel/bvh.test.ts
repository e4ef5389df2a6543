import { describe, expect, test } from "vitest";
import { buildBvh, type Hit, intersect, occluded } from "#lib/kernel/bvh.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import { jewelledBand, kernel, meshOf } from "./shapes.ts";

const emptyHit = (): Hit => ({ t: 0, triangle: 0, u: 0, v: 0 });

function* randomRays(count: number) {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  for (let i = 0; i < count; i++) {
    yield {
      from: [12 * random(), 12 * random(), 12 * random()] as const,
      to: [random(), random(), random()] as const,
    };
  }
}

/** The nearest hit by trying each triangle, by signed volumes; Infinity when none. */
function nearestByHand(
  { positions: p, indices }: Mesh,
  from: readonly number[],
  to: readonly number[],
) {
  let nearest = Infinity;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const v = indices[i + k]! * 3;
      return [p[v]! - from[0]!, p[v + 1]! - from[1]!, p[v + 2]! - from[2]!] as const;
    });
    const volume = (x: readonly number[], y: readonly number[], z: readonly number[]) =>
      x[0]! * (y[1]! * z[2]! - y[2]! * z[1]!) -
      x[1]! * (y[0]! * z[2]! - y[2]! * z[0]!) +
      x[2]! * (y[0]! * z[1]! - y[1]! * z[0]!);
    const sides = [volume(to, a!, b!), volume(to, b!, c!), volume(to, c!, a!)];
    const isInside = sides.every((side) => side > 0) || sides.every((side) => side < 0);
    const sum = sides.reduce((total, side) => total + side, 0);
    const t = volume(a!, b!, c!) / sum;
    if (isInside && t > 0 && t < nearest) nearest = t;
  }
  return nearest;
}

describe("casting rays", () => {
  const mesh = jewelledBand()[0]!.mesh;
  const bvh = buildBvh(mesh.positions, mesh.indices);

  test("finds the triangle that trying each one finds", () => {
    const hit = emptyHit();
    const found: number[] = [];
    const expected: number[] = [];
    for (const { from, to } of randomRays(60)) {
      const isHit = intersect(bvh, ...from, ...to, 0, 1e9, hit);
      found.push(isHit ? Math.round(hit.t * 1e3) : -1);
      const nearest = nearestByHand(mesh, from, to);
      expected.push(nearest === Infinity ? -1 : Math.round(nearest * 1e3));
    }
    expect(found).toEqual(expected);
    expect(expected.filter((t) => t >= 0).length).toBeGreaterThan(5);
  });

  test("says how far, which triangle and where in it", () => {
    const cube = meshOf(() => kernel.cube([2, 2, 2], true));
    const hit = emptyHit();
    const tree = buildBvh(cube.positions, cube.indices);
    expect(intersect(tree, 0.3, 0.2, 5, 0, 0, -1, 0, 100, hit)).toBe(true);
    expect(hit.t).toBeCloseTo(4, 5);
    const [a, b, c] = [0, 1, 2].map((k) => cube.indices[3 * hit.triangle + k]! * 3);
    const at = [0, 1, 2].map(
      (k) =>
        (1 - hit.u - hit.v) * cube.positions[a! + k]! +
        hit.u * cube.positions[b! + k]! +
        hit.v * cube.positions[c! + k]!,
    );
    expect(at[0]).toBeCloseTo(0.3, 5);
    expect(at[1]).toBeCloseTo(0.2, 5);
    expect(at[2]).toBeCloseTo(1, 5);
  });

  test("looks only between the two distances", () => {
    const cube = meshOf(() => kernel.cube([2, 2, 2], true));
    const tree = buildBvh(cube.positions, cube.indices);
    const down = (near: number, far: number) => occluded(tree, 0.3, 0.2, 5, 0, 0, -1, near, far);
    expect([down(0, 3.9), down(0, 4.1), down(4.1, 5.9), down(4.1, 6.1)]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test("lies in memory threads can share", () => {
    const arrays = [bvh.bounds, bvh.links, bvh.corners, bvh.order];
    expect(arrays.every(({ buffer }) => buffer instanceof SharedArrayBuffer)).toBe(true);
  });

  test("an empty mesh is never hit", () => {
    const empty = buildBvh(new Float32Array(), new Uint32Array());
    expect(intersect(empty, 0, 0, 0, 0, 0, 1, 0, 1e9, emptyHit())).toBe(false);
  });
});
