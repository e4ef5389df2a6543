import { boxOf } from "../measure/extent.ts";
import { madeParts } from "../measure/measure-parts.ts";
import type { Mesh, Part } from "../mesh.ts";
import { joinMeshes, weld } from "../solid/weld.ts";

/**
 * What is made, as one welded mesh that stands on the bed: lowest z = 0, x and y as designed.
 * Places within `quantumMm` are one (0: exactly equal), triangles that vanish by it are left out.
 */
export function meshOnBed(parts: readonly Part[], quantumMm = 0): Mesh {
  const made = joinMeshes(madeParts(parts).map(({ mesh }) => mesh));
  const low = boxOf([made]).min[2];
  const positions = made.positions.map((value, i) => (i % 3 === 2 ? value - low : value));
  return weld({ positions, indices: made.indices }, quantumMm);
}
