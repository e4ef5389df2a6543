import type { ManifoldToplevel } from "manifold-3d";
import type { Mesh } from "../mesh.ts";
import type { Solid } from "./scope.ts";
import { weld } from "./weld.ts";

/** Smaller detail than this is float dust of booleans: a tenth of a micrometre. */
const DUST_MM = 1e-4;

/** A solid of a closed mesh. Vertices at exactly the same place are one. */
export function solidOf(wasm: ManifoldToplevel, mesh: Mesh): Solid {
  const { positions, indices } = weld(mesh);
  return wasm.Manifold.ofMesh(
    new wasm.Mesh({ numProp: 3, vertProperties: positions, triVerts: indices }),
  );
}

/** The three coordinates of vertices that may carry more. */
function positionsOf(properties: Float32Array, stride: number): Float32Array {
  if (stride === 3) return properties.slice();
  const positions = new Float32Array((properties.length / stride) * 3);
  for (let v = 0; v < positions.length / 3; v++) {
    positions.set(properties.subarray(v * stride, v * stride + 3), 3 * v);
  }
  return positions;
}

/** A solid's mesh with one vertex per place, free of slivers below a tenth of a micrometre. */
export function meshOf(solid: Solid): Mesh {
  const tidy = solid.simplify(DUST_MM);
  const mesh = tidy.getMesh();
  const indices = mesh.triVerts.slice();
  const merged = new Map<number, number>();
  mesh.mergeFromVert.forEach((from, i) => {
    merged.set(from, mesh.mergeToVert[i]!);
  });
  if (merged.size > 0) {
    for (let i = 0; i < indices.length; i++) indices[i] = merged.get(indices[i]!) ?? indices[i]!;
  }
  return weld({ positions: positionsOf(mesh.vertProperties, mesh.numProp), indices });
}
