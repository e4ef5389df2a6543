import { boxOf, centreOf, eachTriangle } from "../measure/extent.ts";
import type { Mesh } from "../mesh.ts";
import { pairEdges } from "../repair/edges.ts";
import { flood } from "../repair/shells.ts";
import { placesOf } from "../solid/weld.ts";

export interface OneShell {
  mesh: Mesh;
  /** Volume of what was left out, mm³. */
  lostMm3: number;
}

/**
 * A coloured mesh with its largest shell alone. Asked of the mesh and not of its solid: faces that lie flush within a
 * solid come together when places are rounded for the mesh, and what they wall off then hangs on by an edge at most.
 */
export function oneShell(mesh: Mesh): OneShell {
  const { target, count } = placesOf(mesh.positions);
  const indices = withArea(mesh.indices, target);
  const corners = indices.map((vertex) => target[vertex]!);
  const { shellOf, shells } = flood(corners, pairEdges(corners, count).mate);
  if (shells < 2) return { mesh, lostMm3: 0 };
  const volumes = new Float64Array(shells);
  eachTriangle({ ...mesh, indices }, centreOf(boxOf([mesh])), (triangle, volume) => {
    volumes[shellOf[triangle]!]! += volume;
  });
  const most = volumes.indexOf(Math.max(...volumes));
  const lostMm3 = volumes.reduce((sum, volume, shell) => (shell === most ? sum : sum + volume), 0);
  const kept = indices.filter((_, i) => shellOf[(i / 3) | 0] === most);
  return { mesh: compacted({ ...mesh, indices: kept }), lostMm3 };
}

/** The corners of triangles that have three places. */
function withArea(indices: Uint32Array, placeOf: Uint32Array): Uint32Array {
  const place = (i: number) => placeOf[indices[i]!]!;
  return indices.filter((_, i) => {
    const first = i - (i % 3);
    const [a, b, c] = [place(first), place(first + 1), place(first + 2)];
    return a !== b && b !== c && c !== a;
  });
}

/** Only the vertices that are used, with their colours. */
function compacted({ positions, colors, indices }: Mesh): Mesh {
  const numbers = new Int32Array(positions.length / 3).fill(-1);
  const used: number[] = [];
  const renumbered = indices.map((vertex) => {
    if (numbers[vertex] === -1) numbers[vertex] = used.push(vertex) - 1;
    return numbers[vertex]!;
  });
  const pick = (values: Float32Array) =>
    Float32Array.from(
      { length: 3 * used.length },
      (_, i) => values[3 * used[(i / 3) | 0]! + (i % 3)]!,
    );
  return {
    positions: pick(positions),
    indices: renumbered,
    ...(colors && { colors: pick(colors) }),
  };
}
