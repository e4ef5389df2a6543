import { describe, expect, test } from "vitest";
import { withoutFilings } from "#lib/kernel/jewelry/filings.ts";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import { joinMeshes } from "#lib/kernel/solid/weld.ts";
import { kernel, meshOf } from "./shapes.ts";

const ball = meshOf(() => kernel.sphere(5, 48));
const at = (size: number, x: number): Mesh =>
  meshOf(() => kernel.translate(kernel.cube([size, size, size], true), [x, 0, 0]));

describe("a mesh without filings", () => {
  test("has lost its crumbs and nothing else", () => {
    const crumbs = [at(0.02, 8), at(0.3, 9)];
    const kept = withoutFilings(joinMeshes([crumbs[0]!, ball, crumbs[1]!]));
    expect(topologyOf(kept)).toMatchObject({ openEdges: 0, pieces: 1 });
    expect(kept.positions.length).toBe(ball.positions.length);
    expect(volumeOf(kept)).toBeCloseTo(volumeOf(ball), 4);
  });

  test("keeps a second piece: what is loose and large is told, not hidden", () => {
    const two = joinMeshes([ball, at(1, 8)]);
    expect(withoutFilings(two)).toBe(two);
  });

  test("is the very mesh where there is none", () => {
    expect(withoutFilings(ball)).toBe(ball);
  });
});
