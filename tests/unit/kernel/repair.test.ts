import { describe, expect, test } from "vitest";
import { volumeOf } from "#lib/kernel/measure/extent.ts";
import { overhangOf } from "#lib/kernel/measure/overhang.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import { thinnestWall, thinWalls } from "#lib/kernel/measure/wall.ts";
import { wallMap } from "#lib/kernel/measure/wall-map.ts";
import type { Mesh, Vec3 } from "#lib/kernel/mesh.ts";
import { printability } from "#lib/kernel/print/printability.ts";
import { pairEdges } from "#lib/kernel/repair/edges.ts";
import { inspectMesh } from "#lib/kernel/repair/inspect.ts";
import { repairMesh } from "#lib/kernel/repair/repair-mesh.ts";
import { layoutOf, shellsOf } from "#lib/kernel/repair/shells.ts";
import { toSoup } from "#lib/kernel/repair/soup.ts";
import { joinMeshes } from "#lib/kernel/solid/weld.ts";
import { kernel, meshOf, torus } from "./shapes.ts";

const ball = meshOf(() => kernel.sphere(10, 48));
const box = (size: Vec3, at: Vec3 = [0, 0, 0]) =>
  meshOf(() => kernel.translate(kernel.cube(size, true), at));

const turned = (mesh: Mesh, only: (triangle: number) => boolean): Mesh => ({
  positions: mesh.positions,
  indices: mesh.indices.map((vertex, i) => {
    if (!only(Math.floor(i / 3)) || i % 3 === 0) return vertex;
    return mesh.indices[i % 3 === 1 ? i + 1 : i - 1]!;
  }),
});

/** A mesh whose colour tells its half: red to the left, blue to the right. */
const coloured = (mesh: Mesh): Mesh => {
  const colors = new Float32Array(mesh.positions.length);
  for (let v = 0; v < colors.length; v += 3) colors[mesh.positions[v]! < 0 ? v : v + 2] = 1;
  return { ...mesh, colors };
};

const withHole = (mesh: Mesh, triangles: number): Mesh => ({
  ...mesh,
  indices: mesh.indices.slice(3 * triangles),
});

const inner = turned(
  meshOf(() => kernel.sphere(6, 32)),
  () => true,
);
const SEEDED: [string, Mesh, string, number][] = [
  ["a hole", withHole(ball, 1), "holes", volumeOf(ball)],
  ["a hole of ten triangles", withHole(ball, 10), "holes", volumeOf(ball)],
  ["a flipped face", turned(ball, (t) => t === 40), "flippedFaces", volumeOf(ball)],
  ["a shell inside out", turned(ball, () => true), "flippedFaces", volumeOf(ball)],
  ["an inner shell", joinMeshes([ball, inner]), "innerShells", volumeOf(ball)],
  [
    "a doubled wall",
    joinMeshes([ball, meshOf(() => kernel.sphere(9.5, 48))]),
    "innerShells",
    volumeOf(ball),
  ],
  [
    "overlapping parts",
    joinMeshes([box([10, 10, 10]), box([10, 10, 10], [5, 1, 2])]),
    "overlaps",
    2000 - 5 * 9 * 8,
  ],
  [
    "a doubled face",
    { ...ball, indices: Uint32Array.from([...ball.indices, ...ball.indices.slice(0, 3)]) },
    "degenerateFaces",
    volumeOf(ball),
  ],
  [
    "an empty face",
    { ...ball, indices: Uint32Array.from([...ball.indices, 0, 0, 1]) },
    "degenerateFaces",
    volumeOf(ball),
  ],
];

describe.each(SEEDED)("%s", (_what, mesh, defect, trueVolume) => {
  test("is found", () => {
    const found = inspectMesh(mesh) as unknown as Record<string, number>;
    expect(found[defect]).toBeGreaterThan(0);
    const { status, issueCount } = printability(mesh, "sla");
    expect([status === "healthy", issueCount > 0]).toEqual([false, true]);
  });

  test("is repaired to within 1 % of the true volume", () => {
    const { mesh: repaired, after, steps } = repairMesh(kernel, mesh);
    expect(steps.length).toBeGreaterThan(0);
    expect(topologyOf(repaired)).toMatchObject({ openEdges: 0, pieces: 1, cavities: 0 });
    expect(after).toMatchObject({
      ...{ isWatertight: true, holes: 0, flippedFaces: 0, innerShells: 0, overlaps: 0 },
      degenerateFaces: 0,
    });
    expect(Math.abs(volumeOf(repaired) / trueVolume - 1)).toBeLessThan(0.01);
  });
});

describe("repair", () => {
  test("leaves a sound mesh as it is", () => {
    const { steps, after } = repairMesh(kernel, ball);
    expect(steps).toEqual([]);
    expect(after.volumeMm3).toBeCloseTo(volumeOf(ball), 6);
  });

  test("keeps the colours of what it joins and closes", () => {
    const parts = joinMeshes([
      box([10, 10, 10], [-8, 0, 0]),
      box([10, 10, 10], [8, 0, 0]),
      box([10, 4, 4]),
    ]);
    const { mesh } = repairMesh(kernel, withHole(coloured(parts), 1));
    expect(topologyOf(mesh)).toMatchObject({ openEdges: 0, pieces: 1 });
    const { positions, colors } = mesh;
    for (let v = 0; v < positions.length; v += 3) {
      if (Math.abs(positions[v]!) < 4) continue;
      const side = positions[v]! < 0 ? [1, 0, 0] : [0, 0, 1];
      expect([...colors!.slice(v, v + 3)]).toEqual(side);
    }
  });

  test("does several things at once", () => {
    const messy = joinMeshes([
      withHole(
        turned(ball, (t) => t % 50 === 49),
        3,
      ),
      inner,
    ]);
    const { after, steps } = repairMesh(kernel, messy);
    expect(steps).toHaveLength(3);
    expect(after).toMatchObject({ isWatertight: true, shells: 1 });
    expect(Math.abs(after.volumeMm3 / volumeOf(ball) - 1)).toBeLessThan(0.01);
  });
});

describe("a wall of 0.3 mm", () => {
  const fin = meshOf(() =>
    kernel.union([
      kernel.cube([10, 10, 10], true),
      kernel.translate(kernel.cube([0.3, 8, 8], true), [0, 0, 8]),
    ]),
  );

  test.each([
    ["cast-metal", 0.8],
    ["sla", 0.8],
    ["fdm", 1],
    ["full-colour", 2],
  ] as const)("is an error for %s, with its place and the limit", (process, limit) => {
    const verdict = printability(fin, process);
    expect(verdict).toMatchObject({ status: "error", isWatertight: true, holes: 0 });
    expect(verdict.thinWalls).toBeGreaterThan(0);
    const wall = verdict.findings.find(({ rule }) => rule === "wall-thickness")!;
    expect(wall).toMatchObject({ status: "fail", limit, unit: "mm" });
    expect(wall.value).toBeCloseTo(0.3, 3);
    expect(wall.at![2]).toBeGreaterThan(4.9);
  });

  test("is red in the map of walls, which names its colours in mm", () => {
    const { mesh, thicknessMm, legend } = wallMap(fin, { limitMm: 0.8 });
    const thin = [...thicknessMm].findIndex((mm) => mm < 0.31);
    expect(
      [...mesh.colors!.slice(3 * thin, 3 * thin + 3)].map((c) => Number(c.toFixed(2))),
    ).toEqual([0.6, 0.01, 0.01]);
    expect(legend.map(({ mm }) => Number(mm.toFixed(2)))).toEqual([0.8, 1.4, 2, 2.6, 3.2]);
  });
});

describe("verdicts", () => {
  test("a sound cube that stands is healthy for every process", () => {
    for (const process of ["cast-metal", "sla", "fdm", "full-colour"] as const) {
      expect(printability(box([20, 20, 20]), process)).toMatchObject({
        status: "healthy",
        issueCount: 0,
        thinWalls: 0,
      });
    }
  });

  test("nothing is unknown", () => {
    const nothing = { positions: new Float32Array(0), indices: new Uint32Array(0) };
    expect(printability(nothing, "sla").status).toBe("unknown");
    expect(thinWalls(nothing, 1)).toEqual([]);
  });

  test("a cone has no wall to measure", () => {
    const cone = meshOf(() => kernel.cylinder(10, 5, 0, 64));
    expect(thinnestWall(cone)).toBeNull();
    expect(printability(cone, "sla")).toMatchObject({ status: "healthy", thinWalls: 0 });
  });

  test("a torus is one shell with one handle", () => {
    const mesh = meshOf(() => torus(10, 3, 48));
    expect(topologyOf(mesh)).toEqual({ openEdges: 0, pieces: 1, cavities: 0, genus: 1 });
  });
});

test("a vertex of eighty thousand triangles is looked over as fast as any", () => {
  const around = 40_000;
  const positions = new Float32Array(3 * (around + 2));
  positions.set([0, 0, 1, 0, 0, -1]);
  const indices = new Uint32Array(6 * around);
  for (let i = 0; i < around; i++) {
    const angle = (2 * Math.PI * i) / around;
    const [a, b] = [2 + i, 2 + ((i + 1) % around)];
    positions.set([10 * Math.cos(angle), 10 * Math.sin(angle), 0], 3 * a);
    indices.set([0, a, b, 1, b, a], 6 * i);
  }
  const start = performance.now();
  const topology = topologyOf({ positions, indices });
  expect(topology).toEqual({ openEdges: 0, pieces: 1, cavities: 0, genus: 0 });
  expect(performance.now() - start).toBeLessThan(2000);
});

test("shells beyond the rays there are count as not compared", () => {
  const soup = toSoup(joinMeshes([box([10, 10, 10]), box([10, 10, 10], [5, 1, 2])]));
  const shells = shellsOf(soup, pairEdges(soup.corners, soup.positions.length / 3).mate);
  expect(layoutOf(shells, 1)).toEqual({ inner: [], overlaps: [], notCompared: 1 });
  expect(layoutOf(shells)).toMatchObject({ overlaps: [{ a: 0, b: 1 }], notCompared: 0 });
});

describe("overhang", () => {
  const table = meshOf(() =>
    kernel.union([kernel.cube([4, 4, 10]), kernel.translate(kernel.cube([20, 10, 2]), [0, 0, 10])]),
  );

  test("of a table is its underside less the leg", () => {
    const { areaMm2, underMm3, heightMm, at } = overhangOf(table);
    expect(areaMm2).toBeCloseTo(20 * 10 - 16, 3);
    expect(underMm3).toBeCloseTo((20 * 10 - 16) * 10, 2);
    expect([heightMm, at![2]]).toEqual([12, 10]);
  });

  test("is nothing upside down", () => {
    expect(overhangOf(table, { up: [0, 0, -1] }).areaMm2).toBe(0);
  });

  test("begins at the angle given", () => {
    // A cone on its tip, its side 30° from upright.
    const cone = meshOf(() => kernel.cylinder(10, 0.5, 0.5 + 10 * Math.tan(Math.PI / 6), 96));
    expect(overhangOf(cone, { angleDeg: 45 }).areaMm2).toBe(0);
    expect(overhangOf(cone, { angleDeg: 25 }).areaMm2).toBeGreaterThan(100);
  });
});
