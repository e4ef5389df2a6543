import type { Part } from "../mesh.ts";
import { withCreaseNormals } from "../solid/normals.ts";
import { joinMeshes } from "../solid/weld.ts";
import { madeParts } from "./measure-parts.ts";
import { type WallMap, wallMap } from "./wall-map.ts";

const CREASE_DEG = 35;

/** All that is made of a piece as one part coloured by how thick it is, and what the colours mean; null of cloth alone. */
export function wallPart(
  parts: readonly Part[],
  limitMm: number,
): { part: Part; legend: WallMap["legend"] } | null {
  const solids = madeParts(parts).filter(({ role }) => role !== "cloth");
  if (solids.length === 0) return null;
  const bare = solids.map(({ mesh: { positions, indices } }) => ({ positions, indices }));
  const { mesh, legend } = wallMap(joinMeshes(bare), { limitMm });
  const look = { name: "walls", role: "body", material: "resin-grey" } as const;
  return { part: { ...look, mesh: withCreaseNormals(mesh, CREASE_DEG) }, legend };
}
