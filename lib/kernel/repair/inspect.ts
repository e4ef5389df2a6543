import { boxOf, centreOf } from "../measure/extent.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import { nextCorner, pairEdges } from "./edges.ts";
import { flood, layoutOf, shellsOf } from "./shells.ts";
import { keepTriangles, type Soup, toSoup, turnTriangles } from "./soup.ts";

/** What is wrong with a mesh, as counts and the first place of each. */
export interface Defects {
  isWatertight: boolean;
  /** Edges of one triangle. */
  openEdges: number;
  /** Rims of open edges. */
  holes: number;
  /** Edges of more than two triangles. */
  nonManifoldEdges: number;
  /** Triangles that wind against the rest of their shell, or whole shells that are inside out. */
  flippedFaces: number;
  /** Triangles without three places, and triangles that lie twice in one place. */
  degenerateFaces: number;
  shells: number;
  /** Closed shells within another. */
  innerShells: number;
  /** Pairs of shells that go through each other. */
  overlaps: number;
  /** Pairs of shells that were not compared: there are too many, or they are too fine. */
  notCompared: number;
  /** Of the shells as they are, mm³: inner ones and overlaps are counted as they wind. */
  volumeMm3: number;
  places: { hole: Vec3 | null; overlap: Vec3 | null; inner: Vec3 | null; flipped: Vec3 | null };
}

/** Without triangles that have a place twice or lie where another of the same places does. */
export function withoutDegenerate(soup: Soup): Soup {
  const { corners } = soup;
  const seen = new Set<string>();
  return keepTriangles(soup, (t) => {
    const [a, b, c] = [corners[3 * t]!, corners[3 * t + 1]!, corners[3 * t + 2]!];
    if (a === b || b === c || c === a) return false;
    const key = [a, b, c].sort((one, other) => one - other).join(" ");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A way along open half-edges, from which rings are taken where it comes back to a place it has passed. */
class RimWalk {
  readonly path: number[] = [];
  private readonly stepAt = new Map<number, number>();
  private readonly corners: Uint32Array;

  constructor(corners: Uint32Array) {
    this.corners = corners;
  }

  /** Goes on along a half-edge; the ring that this closes, or null. */
  add(halfEdge: number): number[] | null {
    const { corners, path, stepAt } = this;
    stepAt.set(corners[halfEdge]!, path.length);
    path.push(halfEdge);
    const start = stepAt.get(corners[nextCorner(halfEdge)]!);
    if (start === undefined) return null;
    const ring = path.splice(start);
    for (const i of ring) stepAt.delete(corners[i]!);
    return ring;
  }
}

/**
 * Rims of open half-edges as rings of half-edges, each of which passes no place twice; a rim that does not close is
 * given as far as it goes.
 */
export function rimsOf(corners: Uint32Array, mate: Int32Array): number[][] {
  const from = new Map<number, number[]>();
  mate.forEach((other, i) => {
    if (other >= 0) return;
    const place = corners[i]!;
    from.set(place, [...(from.get(place) ?? []), i]);
  });
  const rims: number[][] = [];
  for (const starts of from.values()) {
    const walk = new RimWalk(corners);
    const { path } = walk;
    for (let i = starts.pop(); i !== undefined; ) {
      const ring = walk.add(i);
      if (ring) rims.push(ring);
      i =
        from.get(corners[nextCorner(i)]!)?.pop() ?? (path.length === 0 ? starts.pop() : undefined);
    }
    if (path.length > 0) rims.push(path);
  }
  return rims;
}

function placeOf({ positions, corners }: Soup, halfEdge: number | undefined): Vec3 | null {
  if (halfEdge === undefined) return null;
  const at = 3 * corners[halfEdge]!;
  return [positions[at]!, positions[at + 1]!, positions[at + 2]!];
}

/** Counts triangles that must be turned; of each shell the fewer are the wrong ones. */
function countTurned(corners: Uint32Array, mate: Int32Array) {
  const { shellOf, isTurned, shells } = flood(corners, mate);
  const total = new Uint32Array(shells);
  const turned = new Uint32Array(shells);
  shellOf.forEach((shell, t) => {
    total[shell]! += 1;
    turned[shell]! += isTurned[t]!;
  });
  const isMinority = (shell: number) => 2 * turned[shell]! <= total[shell]!;
  const wrong = (t: number): boolean => (isTurned[t] === 1) === isMinority(shellOf[t]!);
  const first = shellOf.findIndex((shell, t) => turned[shell]! > 0 && wrong(t));
  const count = turned.reduce((sum, n, shell) => sum + Math.min(n, total[shell]! - n), 0);
  return { count, first, isWrong: (t: number) => turned[shellOf[t]!]! > 0 && wrong(t) };
}

/** Triangles wound one way within each shell, as most of it does. */
export function windOneWay(soup: Soup): { soup: Soup; flipped: number; first: number } {
  const { mate } = pairEdges(soup.corners, soup.positions.length / 3);
  const { count, first, isWrong } = countTurned(soup.corners, mate);
  if (count === 0) return { soup, flipped: 0, first: -1 };
  const out = turnTriangles(soup, isWrong);
  return { soup: out, flipped: count, first };
}

/** Looks a mesh over without changing it. */
export function inspectMesh(mesh: Mesh): Defects {
  const raw = toSoup(mesh);
  const clean = withoutDegenerate(raw);
  const edges = pairEdges(clean.corners, clean.positions.length / 3);
  const { soup, flipped, first } = windOneWay(clean);
  const wound = pairEdges(soup.corners, soup.positions.length / 3);
  const rims = rimsOf(soup.corners, wound.mate);
  const shells = shellsOf(soup, wound.mate);
  const { inner, overlaps, notCompared } = layoutOf(shells);
  const insideOut = shells.filter(
    (shell, i) => shell.isClosed && shell.volumeMm3 < 0 && !inner.includes(i),
  );
  const innerShell = shells[inner[0] ?? -1];
  return {
    isWatertight: edges.open === 0 && edges.turned === 0 && soup.corners.length > 0,
    openEdges: edges.open,
    holes: rims.length,
    nonManifoldEdges: edges.nonManifold,
    flippedFaces: flipped + insideOut.reduce((sum, { triangles }) => sum + triangles.length, 0),
    degenerateFaces: (raw.corners.length - clean.corners.length) / 3,
    shells: shells.length,
    innerShells: inner.length,
    overlaps: overlaps.length,
    notCompared,
    volumeMm3: shells.reduce((sum, { volumeMm3 }) => sum + volumeMm3, 0),
    places: {
      hole: placeOf(soup, rims[0]?.[0]),
      overlap: overlaps[0]?.at ?? null,
      inner: innerShell ? centreOf(boxOf([innerShell.mesh])) : null,
      flipped:
        placeOf(clean, first >= 0 ? 3 * first : undefined) ??
        placeOf(soup, insideOut[0] && 3 * insideOut[0].triangles[0]!),
    },
  };
}
