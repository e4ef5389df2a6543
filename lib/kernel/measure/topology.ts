import type { Mesh } from "../mesh.ts";
import { eachEdge, oppositePairs } from "../repair/edges.ts";
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

/** Pairs half-edges that run opposite ways along one edge and joins their triangles. */
function pairEdges({ positions, indices }: Mesh, groups: Groups): { edges: number; open: number } {
  let pairs = 0;
  const join = (e: number, f: number) => {
    pairs++;
    groups.join((e / 3) | 0, (f / 3) | 0);
  };
  eachEdge(indices, positions.length / 3, (edges, from, to) => {
    if (to - from === 2) {
      const [e, f] = [edges[from]!, edges[from + 1]!];
      if (indices[e] !== indices[f]) join(e, f);
      return;
    }
    if (to - from === 1) return;
    for (const [e, f] of oppositePairs(indices, edges.subarray(from, to))) join(e, f);
  });
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
