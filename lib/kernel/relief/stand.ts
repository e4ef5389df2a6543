import type { Mesh } from "../mesh.ts";

/** A piece laid out in x and y with its face up (+z), stood upright: face to the front (−y), its top up. */
export function standing(mesh: Mesh): Mesh {
  const positions = new Float32Array(mesh.positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    positions[i] = mesh.positions[i]!;
    positions[i + 1] = -mesh.positions[i + 2]!;
    positions[i + 2] = mesh.positions[i + 1]!;
  }
  return { ...mesh, positions };
}
