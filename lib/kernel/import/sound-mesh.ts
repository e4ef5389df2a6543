import type { Mesh } from "../mesh.ts";
import { brokenFile, tooManyTriangles, tooMuch } from "./refusals.ts";
import { type ForeignFormat, IMPORT_LIMITS } from "./types.ts";

/** Throws `too_large` when there are more triangles than is worked with. */
export function requireTriangles(triangles: number): void {
  if (triangles > IMPORT_LIMITS.triangles) throw tooManyTriangles(triangles);
}

/** Throws `too_large` when the objects of a file together have more vertices than is worked with. */
export function requireVertices(format: ForeignFormat, vertices: number): void {
  const most = IMPORT_LIMITS.vertices;
  if (vertices > most) {
    throw tooMuch(format, `its objects have more than ${most.toLocaleString("en")} vertices`, most);
  }
}

/**
 * The mesh itself, every coordinate finite and within a kilometre, every index that of a vertex. Throws
 * `invalid_input` with the first that is not, or when there is no triangle.
 */
export function soundMesh(format: ForeignFormat, mesh: Mesh): Mesh {
  const { positions, indices } = mesh;
  if (indices.length === 0) throw brokenFile(format, "It holds no triangle.");
  requireTriangles(indices.length / 3);
  const most = IMPORT_LIMITS.coordinateMm;
  for (let i = 0; i < positions.length; i++) {
    const value = positions[i]!;
    if (value >= -most && value <= most) continue;
    const vertex = Math.floor(i / 3);
    const reason = `Vertex ${vertex + 1} is not at a place: its coordinates must be numbers up to ${most} mm.`;
    throw brokenFile(format, reason, { vertex, value: String(value) });
  }
  const vertices = positions.length / 3;
  for (let i = 0; i < indices.length; i++) {
    if (indices[i]! < vertices) continue;
    const triangle = Math.floor(i / 3);
    const reason = `Triangle ${triangle + 1} names vertex ${indices[i]}, and there are ${vertices}.`;
    throw brokenFile(format, reason, { triangle, vertices });
  }
  return mesh;
}
