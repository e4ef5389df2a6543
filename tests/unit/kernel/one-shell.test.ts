import { describe, expect, test } from "vitest";
import { oneShell } from "#lib/kernel/figurine/one-shell.ts";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import { joinMeshes } from "#lib/kernel/solid/weld.ts";
import { kernel, meshOf } from "./shapes.ts";

const block = (size: [number, number, number], low: [number, number, number]): Mesh =>
  meshOf(() => kernel.translate(kernel.cube(size, false), low));

/** Every vertex in a grey by its number, as painted meshes have colours of their own. */
const painted = (mesh: Mesh): Mesh => ({
  ...mesh,
  colors: mesh.positions.map((_, i) => Math.floor(i / 3)),
});

const large = block([4, 4, 4], [0, 0, 0]);
/** Hangs on by the edge of the large one alone, as a wedge does under a brim that lies flush. */
const wedge = block([0.5, 0.5, 4], [4, 4, 0]);
/** A face twice, once each way: nothing between them. */
const flap: Mesh = {
  positions: Float32Array.of(1, 1, 4, 2, 1, 4, 1, 2, 4),
  indices: Uint32Array.of(0, 1, 2, 0, 2, 1),
};

describe("a mesh of one shell", () => {
  test("has lost what hangs on by an edge or has nothing inside", () => {
    const { mesh, lostMm3 } = oneShell(painted(joinMeshes([wedge, flap, large])));
    expect(topologyOf(mesh)).toMatchObject({ openEdges: 0, pieces: 1, cavities: 0 });
    expect(volumeOf(mesh)).toBeCloseTo(64, 4);
    expect(lostMm3).toBeCloseTo(1, 4);
  });

  test("keeps each vertex's own colour", () => {
    const whole = painted(joinMeshes([flap, large]));
    const { positions, colors } = oneShell(whole).mesh;
    const placed = (p: Float32Array, c: Float32Array) =>
      Array.from(c, (grey, i) => (i % 3 === 0 ? `${grey} ${p.slice(i, i + 3).join()}` : "")).sort();
    const before = placed(whole.positions, whole.colors!);
    expect(placed(positions, colors!).filter((vertex) => !before.includes(vertex))).toEqual([]);
    expect(positions.length).toBe(large.positions.length);
  });

  test("is the very mesh where there is but one", () => {
    expect(oneShell(large)).toEqual({ mesh: large, lostMm3: 0 });
    expect(oneShell(large).mesh).toBe(large);
  });
});
