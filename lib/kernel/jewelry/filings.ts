import { boxOf, centreOf, eachTriangle } from "../measure/extent.ts";
import type { Mesh } from "../mesh.ts";
import { pairEdges } from "../repair/edges.ts";
import { flood } from "../repair/shells.ts";

/** What cutting leaves loose below this size is filings, mm³; a hollow so small is none. */
const FILINGS_MM3 = 0.05;

/** Volume of each shell, mm³; negative for a hollow. */
function volumesOf(mesh: Mesh, shellOf: Int32Array, shells: number): Float64Array {
  const volumes = new Float64Array(shells);
  eachTriangle(mesh, centreOf(boxOf([mesh])), (triangle, volume) => {
    volumes[shellOf[triangle]!]! += volume;
  });
  return volumes;
}

/** The triangles that `keep` says so of, and only the vertices they use. */
function picked({ positions, indices }: Mesh, keep: (triangle: number) => boolean): Mesh {
  const kept = indices.filter((_, i) => keep((i / 3) | 0));
  const places = new Int32Array(positions.length / 3).fill(-1);
  const used: number[] = [];
  const renumbered = kept.map((vertex) => {
    if (places[vertex] === -1) places[vertex] = used.push(vertex) - 1;
    return places[vertex]!;
  });
  const own = new Float32Array(3 * used.length);
  for (const [to, from] of used.entries())
    own.set(positions.subarray(3 * from, 3 * from + 3), 3 * to);
  return { positions: own, indices: renumbered };
}

/**
 * A welded mesh without filings: shells too small to be anything but what cutting left loose. Asked of the mesh and not
 * of its solid, since the last tidying up may itself cut through a neck.
 */
export function withoutFilings(mesh: Mesh): Mesh {
  const { mate } = pairEdges(mesh.indices, mesh.positions.length / 3);
  const { shellOf, shells } = flood(mesh.indices, mate);
  if (shells < 2) return mesh;
  const volumes = volumesOf(mesh, shellOf, shells);
  const isKept = (triangle: number) => Math.abs(volumes[shellOf[triangle]!]!) >= FILINGS_MM3;
  return volumes.every((volume) => Math.abs(volume) >= FILINGS_MM3) ? mesh : picked(mesh, isKept);
}
