/** How the half-edges of triangles meet. Half-edge i runs from corner i to the next corner of its triangle. */
export interface Edges {
  /** The half-edge on the other side × half-edges; −1 where there is none. */
  mate: Int32Array;
  /** Edges of more than two triangles. */
  nonManifold: number;
  /** Half-edges without a mate. */
  open: number;
  /** Pairs whose triangles wind against each other. */
  turned: number;
}

export const nextCorner = (i: number): number => (i % 3 === 2 ? i - 2 : i + 1);

/** Half-edges grouped by their lower place. */
function byLowerPlace(corners: Uint32Array, places: number) {
  const start = new Uint32Array(places + 1);
  const lower = corners.map((a, i) => Math.min(a, corners[nextCorner(i)]!));
  for (const place of lower) start[place + 1]! += 1;
  for (let v = 0; v < places; v++) start[v + 1]! += start[v]!;
  const next = start.slice();
  const edges = new Uint32Array(corners.length);
  lower.forEach((place, i) => {
    edges[next[place]!] = i;
    next[place]! += 1;
  });
  return { start, edges };
}

/** Half-edges between the same two places, in groups. */
function eachEdge(
  corners: Uint32Array,
  places: number,
  visit: (halfEdges: readonly number[]) => void,
): void {
  const { start, edges } = byLowerPlace(corners, places);
  const upper = (i: number) => Math.max(corners[i]!, corners[nextCorner(i)]!);
  for (let v = 0; v < places; v++) {
    const group = Array.from(edges.subarray(start[v], start[v + 1]!));
    group.sort((a, b) => upper(a) - upper(b) || a - b);
    for (let from = 0; from < group.length; ) {
      let to = from + 1;
      while (to < group.length && upper(group[to]!) === upper(group[from]!)) to++;
      visit(group.slice(from, to));
      from = to;
    }
  }
}

/** Pairs half-edges: two are each other's; of more, those that run opposite ways, in their order. */
export function pairEdges(corners: Uint32Array, places: number): Edges {
  const mate = new Int32Array(corners.length).fill(-1);
  let nonManifold = 0;
  let turned = 0;
  const join = (a: number, b: number) => {
    mate[a] = b;
    mate[b] = a;
  };
  eachEdge(corners, places, (group) => {
    const [first, second] = group as [number, number?];
    if (group.length === 2) {
      join(first, second!);
      if (corners[first] === corners[second!]) turned++;
      return;
    }
    if (group.length === 1) return;
    nonManifold++;
    const forward = group.filter((i) => corners[i]! < corners[nextCorner(i)]!);
    const backward = group.filter((i) => corners[i]! > corners[nextCorner(i)]!);
    for (let k = 0; k < Math.min(forward.length, backward.length); k++) {
      join(forward[k]!, backward[k]!);
    }
  });
  const open = mate.reduce((count, other) => count + (other < 0 ? 1 : 0), 0);
  return { mate, nonManifold, open, turned };
}
