import { MeshoptSimplifier } from "meshoptimizer/simplifier";
import type { Mesh } from "../mesh.ts";
import { weld } from "./weld.ts";

/** How far the surface may move, share of the mesh's extent: the number of triangles decides, not this. */
const MOST_ERROR = 1;

/** Resolves when meshes can be reduced. */
export const reducerReady = (): Promise<void> => MeshoptSimplifier.ready;

/**
 * The mesh with at most about `triangles` triangles, edges collapsed where they matter least, vertices kept where they
 * are. A mesh with fewer stays as it is; where more are left the shape does not allow it.
 */
export function reduceMesh(mesh: Mesh, triangles: number): Mesh {
  if (mesh.indices.length <= 3 * triangles) return mesh;
  const { positions, indices } = weld(mesh);
  const [fewer] = MeshoptSimplifier.simplify(indices, positions, 3, 3 * triangles, MOST_ERROR, []);
  return compacted(positions, fewer);
}

/** Only the vertices that are used. */
function compacted(positions: Float32Array, indices: Uint32Array): Mesh {
  const [places, count] = MeshoptSimplifier.compactMesh(indices);
  const kept = new Float32Array(3 * count);
  places.forEach((to, from) => {
    if (to !== 0xffffffff) kept.set(positions.subarray(3 * from, 3 * from + 3), 3 * to);
  });
  return { positions: kept, indices };
}
