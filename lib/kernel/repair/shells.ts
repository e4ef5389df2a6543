import { type Bvh, buildBvh, type Hit, intersect } from "../bvh.ts";
import { boxOf, volumeOf } from "../measure/extent.ts";
import type { Box, Mesh, Vec3 } from "../mesh.ts";
import { nextCorner } from "./edges.ts";
import type { Soup } from "./soup.ts";

/** Triangles that hang together over their edges. */
export interface Shell {
  triangles: readonly number[];
  mesh: Mesh;
  box: Box;
  /** Negative where it is inside out. */
  volumeMm3: number;
  isClosed: boolean;
}

/** More shells than this are not compared with each other: such a model is dust. */
export const MOST_SHELLS = 400;
/** Rays with which shells are compared, some seconds of work; pairs beyond them are not compared. */
export const MOST_RAYS = 8_000_000;

interface Budget {
  rays: number;
}

/** For each triangle, whether it must be turned for its shell to wind one way, and the number of its shell. */
export function flood(corners: Uint32Array, mate: Int32Array) {
  const count = corners.length / 3;
  const shellOf = new Int32Array(count).fill(-1);
  const isTurned = new Uint8Array(count);
  let shells = 0;
  for (let seed = 0; seed < count; seed++) {
    if (shellOf[seed]! >= 0) continue;
    shellOf[seed] = shells;
    const pending = [seed];
    for (let t = pending.pop(); t !== undefined; t = pending.pop()) {
      for (let i = 3 * t; i < 3 * t + 3; i++) {
        const other = mate[i]!;
        const next = (other / 3) | 0;
        if (other < 0 || shellOf[next]! >= 0) continue;
        const isSameWay = corners[i] === corners[other];
        isTurned[next] = isSameWay ? 1 - isTurned[t]! : isTurned[t]!;
        shellOf[next] = shells;
        pending.push(next);
      }
    }
    shells++;
  }
  return { shellOf, isTurned, shells };
}

/** The shells of triangles that wind one way in each. */
export function shellsOf({ positions, corners }: Soup, mate: Int32Array): Shell[] {
  const { shellOf, shells } = flood(corners, mate);
  const triangles: number[][] = Array.from({ length: shells }, () => []);
  shellOf.forEach((shell, t) => {
    triangles[shell]!.push(t);
  });
  return triangles.map((own) => {
    const mesh = compact(positions, corners, own);
    const isClosed = own.every((t) => [0, 1, 2].every((k) => mate[3 * t + k]! >= 0));
    return { triangles: own, mesh, box: boxOf([mesh]), volumeMm3: volumeOf(mesh), isClosed };
  });
}

function compact(
  positions: Float32Array,
  corners: Uint32Array,
  triangles: readonly number[],
): Mesh {
  const vertices = new Map<number, number>();
  const places: number[] = [];
  const indices = new Uint32Array(triangles.length * 3);
  triangles.forEach((t, i) => {
    for (let k = 0; k < 3; k++) {
      const place = corners[3 * t + k]!;
      const vertex = vertices.get(place) ?? vertices.size;
      if (vertex === vertices.size) {
        vertices.set(place, vertex);
        places.push(positions[3 * place]!, positions[3 * place + 1]!, positions[3 * place + 2]!);
      }
      indices[3 * i + k] = vertex;
    }
  });
  return { positions: Float32Array.from(places), indices };
}

const isInside = (inner: Box, outer: Box) =>
  inner.min.every((low, k) => low >= outer.min[k]!) &&
  inner.max.every((high, k) => high <= outer.max[k]!);

const isApart = (a: Box, b: Box) =>
  a.min.some((low, k) => low > b.max[k]!) || b.min.some((low, k) => low > a.max[k]!);

/** A direction that lies along no axis, so that rays graze no edge of a box. */
const ASKEW: Vec3 = [0.577_13, 0.211_47, 0.788_81];
const FAR_MM = 1e7;

/** Whether a point is within a closed surface: a ray leaves it an odd number of times. */
function holds(bvh: Bvh, [x, y, z]: Vec3, budget: Budget): boolean {
  const hit: Hit = { t: 0, triangle: 0, u: 0, v: 0 };
  let [from, crossings] = [0, 0];
  while (crossings < 10_000 && intersect(bvh, x, y, z, ...ASKEW, from, FAR_MM, hit)) {
    crossings++;
    from = hit.t + 1e-5;
  }
  budget.rays -= crossings + 1;
  return crossings % 2 === 1;
}

/** The first place where an edge of one surface goes through the other; null where none does or no ray is left. */
function crossing({ positions, indices }: Mesh, bvh: Bvh, budget: Budget): Vec3 | null {
  const hit: Hit = { t: 0, triangle: 0, u: 0, v: 0 };
  for (let i = 0; i < indices.length && budget.rays > 0; i++) {
    budget.rays--;
    const [a, b] = [3 * indices[i]!, 3 * indices[nextCorner(i)]!];
    const [x, y, z] = [positions[a]!, positions[a + 1]!, positions[a + 2]!];
    const [dx, dy, dz] = [positions[b]! - x, positions[b + 1]! - y, positions[b + 2]! - z];
    if (!intersect(bvh, x, y, z, dx, dy, dz, 1e-4, 1 - 1e-4, hit)) continue;
    return [x + dx * hit.t, y + dy * hit.t, z + dz * hit.t];
  }
  return null;
}

const corner = ({ positions: p }: Mesh): Vec3 => [p[0]!, p[1]!, p[2]!];

/** How shells lie to each other. */
export interface Layout {
  /** Numbers of closed shells that lie wholly within another. */
  inner: number[];
  /** Places where two shells go through each other, and their numbers. */
  overlaps: { a: number; b: number; at: Vec3 }[];
  /** Pairs of shells of which it is not known how they lie: there are too many, or they are too fine. */
  notCompared: number;
}

/**
 * Which shells lie within which, and which go through each other; compared only where there are few enough, and as far
 * as the rays go.
 */
export function layoutOf(shells: readonly Shell[], mostRays = MOST_RAYS): Layout {
  if (shells.length < 2) return { inner: [], overlaps: [], notCompared: 0 };
  if (shells.length > MOST_SHELLS) {
    return { inner: [], overlaps: [], notCompared: (shells.length * (shells.length - 1)) / 2 };
  }
  const trees = shells.map(({ mesh }) => buildBvh(mesh.positions, mesh.indices));
  const budget: Budget = { rays: mostRays };
  const { overlaps, unknown } = overlapsOf(shells, trees, budget);
  const crossed = new Set(overlaps.flatMap(({ a, b }) => [a, b]));
  const lies = (i: number, j: number): boolean => {
    const [shell, other] = [shells[i]!, shells[j]!];
    if (j === i || !other.isClosed || !isInside(shell.box, other.box)) return false;
    if (budget.rays > 0) return holds(trees[j]!, corner(shell.mesh), budget);
    unknown.add(pairOf(i, j));
    return false;
  };
  const inner = shells.flatMap((_, i) =>
    !crossed.has(i) && shells.some((_other, j) => lies(i, j)) ? [i] : [],
  );
  return { inner, overlaps, notCompared: unknown.size };
}

const pairOf = (i: number, j: number) => `${Math.min(i, j)} ${Math.max(i, j)}`;

/** Pairs that go through each other, and those that no ray was left for. */
function overlapsOf(shells: readonly Shell[], trees: readonly Bvh[], budget: Budget) {
  const overlaps: Layout["overlaps"] = [];
  const unknown = new Set<string>();
  shells.forEach((a, i) => {
    shells.forEach((b, j) => {
      if (j <= i || isApart(a.box, b.box)) return;
      const at = crossing(a.mesh, trees[j]!, budget) ?? crossing(b.mesh, trees[i]!, budget);
      if (at) overlaps.push({ a: i, b: j, at });
      else if (budget.rays <= 0) unknown.add(pairOf(i, j));
    });
  });
  return { overlaps, unknown };
}
