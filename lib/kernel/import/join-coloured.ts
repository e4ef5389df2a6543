import type { Mesh } from "../mesh.ts";
import { joinMeshes } from "../solid/weld.ts";

/** One mesh of several with their colours; those without are white where another has some. */
export function joinColoured(meshes: readonly Mesh[]): Mesh {
  const joined = joinMeshes(meshes);
  if (!meshes.some(({ colors }) => colors)) return joined;
  const colors = new Float32Array(joined.positions.length).fill(1);
  let at = 0;
  for (const mesh of meshes) {
    if (mesh.colors) colors.set(mesh.colors, at);
    at += mesh.positions.length;
  }
  return { ...joined, colors };
}
