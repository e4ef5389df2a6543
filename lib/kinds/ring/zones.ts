import { haloZones, headZones, zoneAt } from "../../kernel/jewelry/setting-zones.ts";
import type { SettingZone } from "../../kernel/mesh.ts";
import type { RingPlan } from "./plan.ts";

/** Places whose walls the ring's own rules govern: claws, rims, and seats with their beads. */
export function settingZones({ centre, halo, sides, pave }: RingPlan): SettingZone[] {
  const heads = [...(centre ? [centre] : []), ...sides].flatMap(headZones);
  const inHalo = centre && halo ? haloZones(centre, halo) : [];
  const inBand = (pave?.stones ?? []).map(({ origin }) =>
    zoneAt(origin, 0.5 * pave!.gem.sizeMm[1] + 0.6),
  );
  return [...heads, ...inHalo, ...inBand];
}
