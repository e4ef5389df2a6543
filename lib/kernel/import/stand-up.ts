import { boxOf } from "../measure/extent.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import type { ForeignMesh } from "./types.ts";

/** Rows of a 3 × 3 matrix. */
export type Turn = readonly [Vec3, Vec3, Vec3];

const Y_UP: Turn = [
  [1, 0, 0],
  [0, 0, -1],
  [0, 1, 0],
];
const Z_UP_OF_GLTF: Turn = [
  [1, 0, 0],
  [0, 0, 1],
  [0, -1, 0],
];

/** The mesh with its file's own up as +z; glTF was read as y up, everything else as z up. */
export function withUp({ format, mesh }: ForeignMesh, up: "y" | "z" | undefined): Mesh {
  const said = format === "glb" ? "y" : "z";
  if (up === undefined || up === said) return mesh;
  return turnedBy(mesh, up === "y" ? Y_UP : Z_UP_OF_GLTF);
}

/** The turn that takes a direction of unit length to +z, by the shortest way. */
export function upTo([x, y, z]: Vec3): Turn {
  const k = 1 / (1 + z);
  return [
    [1 - k * x * x, -k * x * y, -x],
    [-k * x * y, 1 - k * y * y, -y],
    [x, y, z],
  ];
}

export function turnedBy(mesh: Mesh, rows: Turn): Mesh {
  const { positions } = mesh;
  const turned = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = [positions[i]!, positions[i + 1]!, positions[i + 2]!];
    rows.forEach(([a, b, c], k) => {
      turned[i + k] = a * x + b * y + c * z;
    });
  }
  return { ...mesh, positions: turned };
}

export const scaled = (mesh: Mesh, factor: number): Mesh => ({
  ...mesh,
  positions: mesh.positions.map((value) => value * factor),
});

/** In the middle of the bed, its lowest point at z = 0. */
export function onBed(mesh: Mesh): Mesh {
  const { min, max } = boxOf([mesh]);
  const by: Vec3 = [-(min[0] + max[0]) / 2, -(min[1] + max[1]) / 2, -min[2]];
  return { ...mesh, positions: mesh.positions.map((value, i) => value + by[i % 3]!) };
}
