import type { Mesh } from "../mesh.ts";

export const FOREIGN_FORMATS = ["stl", "obj", "glb", "3mf"] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** A mesh from a file of somebody else: finite numbers and indices in range, nothing more is known of it. */
export interface ForeignMesh {
  format: ForeignFormat;
  /** In the kernel's frame, mm, Z up; as large as the file says, or its numbers as mm where it names no unit. */
  mesh: Mesh;
  /** Whether the file itself says how large it is: glTF and 3MF do, STL and OBJ do not. */
  isSizeKnown: boolean;
}

/** The most a file may hold; beyond it reading stops. */
export const IMPORT_LIMITS = {
  triangles: 2_000_000,
  /** Of a file whose triangles share no vertex. */
  vertices: 6_000_000,
  /** Of a 3MF's unpacked XML; two million triangles take about 150 MB. */
  xmlBytes: 256 * 2 ** 20,
  /** Of a glTF's JSON. */
  jsonBytes: 64 * 2 ** 20,
  /** Files in a 3MF. */
  entries: 1_000,
  /** Objects placed in a scene. */
  instances: 10_000,
  /** Objects within objects. */
  depth: 64,
  /** Largest coordinate, mm. */
  coordinateMm: 1e6,
} as const;
