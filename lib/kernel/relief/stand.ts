import type { Mesh, Vec3 } from "../mesh.ts";

/** A place of a piece laid out in x and y, stood upright with it. */
export const standingAt = ([x, y, z]: Vec3): Vec3 => [x, -z, y];

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
