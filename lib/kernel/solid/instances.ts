import type { Frame } from "../jewelry/frame.ts";
import type { Mesh } from "../mesh.ts";
import { withCreaseNormals } from "./normals.ts";

/** One copy of a mesh in a frame. */
export interface Instance {
  mesh: Mesh;
  frame: Frame;
}

/**
 * Copies of a few meshes as one mesh, with normals turned along; meshes without normals get them once, split at
 * `creaseDeg`. No boolean is made: copies that touch or cross stay as they are.
 */
export function placeInstances(instances: readonly Instance[], creaseDeg: number): Mesh {
  const shaded = new Map<Mesh, Mesh>();
  for (const { mesh } of instances) {
    if (!shaded.has(mesh)) {
      shaded.set(mesh, mesh.normals ? mesh : withCreaseNormals(mesh, creaseDeg));
    }
  }
  const meshes = instances.map(({ mesh }) => shaded.get(mesh)!);
  const positions = new Float32Array(meshes.reduce((n, mesh) => n + mesh.positions.length, 0));
  const normals = new Float32Array(positions.length);
  const indices = new Uint32Array(meshes.reduce((n, mesh) => n + mesh.indices.length, 0));
  let at = 0;
  let corner = 0;
  meshes.forEach((mesh, i) => {
    copyTurned(mesh, instances[i]!.frame, positions.subarray(at), normals.subarray(at));
    for (const index of mesh.indices) indices[corner++] = index + at / 3;
    at += mesh.positions.length;
  });
  return { positions, normals, indices };
}

function copyTurned(mesh: Mesh, frame: Frame, positions: Float32Array, normals: Float32Array) {
  const { positions: p, normals: n } = mesh;
  const { x, y, z, origin } = frame;
  for (let i = 0; i < p.length; i += 3) {
    for (let k = 0; k < 3; k++) {
      positions[i + k] = origin[k]! + x[k]! * p[i]! + y[k]! * p[i + 1]! + z[k]! * p[i + 2]!;
      normals[i + k] = x[k]! * n![i]! + y[k]! * n![i + 1]! + z[k]! * n![i + 2]!;
    }
  }
}
