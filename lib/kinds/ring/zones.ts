import { nest, toOuter } from "../../kernel/jewelry/frame.ts";
import type { SetStone } from "../../kernel/jewelry/set-stone.ts";
import type { SettingZone, Vec3 } from "../../kernel/mesh.ts";
import type { RingPlan } from "./plan.ts";

const around = (at: Vec3, radiusMm: number): SettingZone => ({ at, radiusMm });

/** A prong's notch and tip; a bezel's rim and ledge. Both are checked by the rules of their setting. */
function headZones({ gem, frame, head, anchors, prongMm, wallMm }: SetStone): SettingZone[] {
  if (head === "prong") {
    return anchors.map(({ x, y }) => around(toOuter(frame, [x, y, 0.15]), 1.3 * prongMm));
  }
  const radiusMm = Math.max(1.1, wallMm + 0.35);
  return gem.outline
    .filter((_, i) => i % 3 === 0)
    .map(({ x, y }) => around(toOuter(frame, [x * 0.96, y * 0.96, 0.1]), radiusMm));
}

/** Places whose walls the ring's own rules govern: claws, rims, and seats with their beads. */
export function settingZones({ centre, halo, sides, pave }: RingPlan): SettingZone[] {
  const heads = [...(centre ? [centre] : []), ...sides].flatMap(headZones);
  const inHalo = (halo?.stones ?? []).map((frame) =>
    around(nest(centre!.frame, frame).origin, 0.5 * halo!.gem.sizeMm[1] + 0.75),
  );
  const inBand = (pave?.stones ?? []).map(({ origin }) =>
    around(origin, 0.5 * pave!.gem.sizeMm[1] + 0.6),
  );
  return [...heads, ...inHalo, ...inBand];
}
