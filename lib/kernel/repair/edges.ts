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

/** Up to so many half-edges of one place are sorted by insertion, which makes no array. */
const FEW = 24;

/** Sorts the half-edges of one place by their upper one, in their order where it is the same. */
function sortByUpper(group: Uint32Array, upper: (halfEdge: number) => number): void {
  if (group.length > FEW) {
    group.sort((a, b) => upper(a) - upper(b) || a - b);
    return;
  }
  for (let i = 1; i < group.length; i++) {
    const edge = group[i]!;
    let at = i;
    for (; at > 0 && upper(group[at - 1]!) > upper(edge); at--) group[at] = group[at - 1]!;
    group[at] = edge;
  }
}

/** Half-edges between the same two places: those of `edges` from one number to before another. */
export function eachEdge(
  corners: Uint32Array,
  places: number,
  visit: (edges: Uint32Array, from: number, to: number) => void,
): void {
  const { start, edges } = byLowerPlace(corners, places);
  const upper = (i: number) => Math.max(corners[i]!, corners[nextCorner(i)]!);
  for (let v = 0; v < places; v++) {
    const end = start[v + 1]!;
    sortByUpper(edges.subarray(start[v], end), upper);
    for (let from = start[v]!; from < end; ) {
      let to = from + 1;
      while (to < end && upper(edges[to]!) === upper(edges[from]!)) to++;
      visit(edges, from, to);
      from = to;
    }
  }
}

/** Half-edges of one edge that run opposite ways, in pairs in their order. */
export function oppositePairs(corners: Uint32Array, group: Uint32Array): [number, number][] {
  const forward = group.filter((i) => corners[i]! < corners[nextCorner(i)]!);
  const backward = group.filter((i) => corners[i]! > corners[nextCorner(i)]!);
  const count = Math.min(forward.length, backward.length);
  return Array.from({ length: count }, (_, k) => [forward[k]!, backward[k]!]);
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
  eachEdge(corners, places, (edges, from, to) => {
    if (to - from === 1) return;
    if (to - from === 2) {
      const [first, second] = [edges[from]!, edges[from + 1]!];
      join(first, second);
      if (corners[first] === corners[second]) turned++;
      return;
    }
    nonManifold++;
    for (const [a, b] of oppositePairs(corners, edges.subarray(from, to))) join(a, b);
  });
  const open = mate.reduce((count, other) => count + (other < 0 ? 1 : 0), 0);
  return { mate, nonManifold, open, turned };
}
