import type { Mesh, Vec3 } from "../mesh.ts";
import { boxOf, centreOf, sizeOf } from "./extent.ts";

/** A ball in which walls follow rules of their own (pavé beads, a claw's notch), mm. */
export interface Zone {
  at: Vec3;
  radiusMm: number;
}

/** The ball around a mesh's box, larger by `marginMm`. */
export function zoneAround(mesh: Mesh, marginMm = 0): Zone {
  const box = boxOf([mesh]);
  const [x, y, z] = sizeOf(box);
  return { at: centreOf(box), radiusMm: Math.sqrt(x * x + y * y + z * z) / 2 + marginMm };
}

export function isInZones(zones: readonly Zone[], x: number, y: number, z: number): boolean {
  return zones.some(({ at, radiusMm }) => {
    const dx = x - at[0];
    const dy = y - at[1];
    const dz = z - at[2];
    return dx * dx + dy * dy + dz * dz < radiusMm * radiusMm;
  });
}
