import type { Mesh } from "../mesh.ts";
import { reduceMesh } from "../solid/reduce.ts";

/** `reduceMesh` with the colours of the vertices that stay: they stay where they are. */
export function reduceColoured(mesh: Mesh, triangles: number): Mesh {
  if (mesh.indices.length <= 3 * triangles) return mesh;
  const reduced = reduceMesh(mesh, triangles);
  const { colors } = mesh;
  if (!colors) return reduced;
  const firstAt = new Map<string, number>();
  for (let v = 0; v < mesh.positions.length / 3; v++) {
    const key = placeKey(mesh.positions, v);
    if (!firstAt.has(key)) firstAt.set(key, v);
  }
  const kept = new Float32Array(reduced.positions.length).fill(1);
  for (let v = 0; v < kept.length / 3; v++) {
    const from = firstAt.get(placeKey(reduced.positions, v));
    if (from !== undefined) kept.set(colors.subarray(3 * from, 3 * from + 3), 3 * v);
  }
  return { ...reduced, colors: kept };
}

const placeKey = (positions: Float32Array, v: number): string =>
  `${positions[3 * v]} ${positions[3 * v + 1]} ${positions[3 * v + 2]}`;
