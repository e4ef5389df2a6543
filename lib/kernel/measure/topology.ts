import type { Mesh } from "../mesh.ts";
import { weld } from "../solid/weld.ts";
import { boxOf, centreOf, eachTriangle } from "./extent.ts";

export interface Topology {
  /** Edges that do not join exactly as many triangles one way as the other; 0 when closed. */
  openEdges: number;
  /** Connected closed solids. */
  pieces: number;
  /** Hollows without a way out. */
  cavities: number;
  /** Handles of all surfaces together: a plain band has 1. */
  genus: number;
}

/** Disjoint sets of triangles. */
class Groups {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = new Int32Array(size).map((_, i) => i);
  }

  root(item: number): number {
    const { parent } = this;
    while (parent[item] !== item) {
      parent[item] = parent[parent[item]!]!;
      item = parent[item]!;
    }
    return item;
  }

  join(a: number, b: number): void {
    this.parent[this.root(a)] = this.root(b);
  }
}

/** Half-edges grouped by their lower vertex: where each group starts, and the half-edges in it. */
function edgesByLowerVertex(indices: Uint32Array, vertices: number) {
  const lower = indices.map((a, i) => Math.min(a, indices[nextCorner(i)]!));
  const start = new Uint32Array(vertices + 1);
  for (const v of lower) start[v + 1]! += 1;
  for (let v = 0; v < vertices; v++) start[v + 1]! += start[v]!;
  const next = start.slice();
  const edges = new Uint32Array(indices.length);
  lower.forEach((v, i) => {
    edges[next[v]!] = i;
    next[v]! += 1;
  });
  return { start, edges };
}

function nextCorner(i: number): number {
  return i % 3 === 2 ? i - 2 : i + 1;
}

/** Pairs half-edges that run opposite ways along one edge and joins their triangles. */
function pairEdges({ positions, indices }: Mesh, groups: Groups): { edges: number; open: number } {
  const vertices = positions.length / 3;
  const { start, edges } = edgesByLowerVertex(indices, vertices);
  const isPaired = new Uint8Array(indices.length);
  let pairs = 0;
  for (let v = 0; v < vertices; v++) {
    for (let i = start[v]!; i < start[v + 1]!; i++) {
      const e = edges[i]!;
      if (isPaired[e]) continue;
      for (let j = i + 1; j < start[v + 1]!; j++) {
        const f = edges[j]!;
        const isOpposite =
          !isPaired[f] &&
          indices[e] === indices[nextCorner(f)] &&
          indices[f] === indices[nextCorner(e)];
        if (!isOpposite) continue;
        isPaired[e] = 1;
        isPaired[f] = 1;
        pairs++;
        groups.join((e / 3) | 0, (f / 3) | 0);
        break;
      }
    }
  }
  const open = indices.length - 2 * pairs;
  return { edges: pairs + open, open };
}

/** Vertices counted once in each surface they belong to: two surfaces may touch in a point. */
function countVertices({ positions, indices }: Mesh, groups: Groups): number {
  const first = new Int32Array(positions.length / 3).fill(-1);
  const more = new Set<number>();
  let count = 0;
  for (let i = 0; i < indices.length; i++) {
    const v = indices[i]!;
    const root = groups.root((i / 3) | 0);
    if (first[v] === -1) {
      first[v] = root;
      count++;
    } else if (first[v] !== root) more.add(v * indices.length + root);
  }
  return count + more.size;
}

/** How the surface hangs together. Vertices at the same place count as one. */
export function topologyOf(mesh: Mesh): Topology {
  const welded = weld(mesh);
  const triangles = welded.indices.length / 3;
  const groups = new Groups(triangles);
  const { edges, open } = pairEdges(welded, groups);
  const volumes = new Map<number, number>();
  eachTriangle(welded, centreOf(boxOf([welded])), (triangle, volume) => {
    const root = groups.root(triangle);
    volumes.set(root, (volumes.get(root) ?? 0) + volume);
  });
  const pieces = [...volumes.values()].filter((volume) => volume > 0).length;
  const characteristic = countVertices(welded, groups) - edges + triangles;
  return {
    openEdges: open,
    pieces,
    cavities: volumes.size - pieces,
    genus: Math.max(0, Math.round(volumes.size - characteristic / 2)),
  };
}
