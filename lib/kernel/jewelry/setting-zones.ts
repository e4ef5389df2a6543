import type { SettingZone, Vec3 } from "../mesh.ts";
import { nest, toOuter } from "./frame.ts";
import type { Halo } from "./halo.ts";
import type { SetStone } from "./set-stone.ts";

export const zoneAt = (at: Vec3, radiusMm: number): SettingZone => ({ at, radiusMm });

/** A prong's notch and tip; a bezel's rim and ledge. Both are checked by the rules of their setting. */
export function headZones(set: SetStone): SettingZone[] {
  const { gem, frame, head, anchors, prongMm, wallMm } = set;
  if (head === "prong") {
    return anchors.map(({ x, y }) => zoneAt(toOuter(frame, [x, y, 0.15]), 1.3 * prongMm));
  }
  const radiusMm = Math.max(1.1, wallMm + 0.35);
  return gem.outline
    .filter((_, i) => i % 3 === 0)
    .map(({ x, y }) => zoneAt(toOuter(frame, [x * 0.96, y * 0.96, 0.1]), radiusMm));
}

/** The seats of a halo's stones with their beads. */
export function haloZones({ frame }: SetStone, halo: Halo): SettingZone[] {
  const radiusMm = 0.5 * halo.gem.sizeMm[1] + 0.75;
  return halo.stones.map((stone) => zoneAt(nest(frame, stone).origin, radiusMm));
}
