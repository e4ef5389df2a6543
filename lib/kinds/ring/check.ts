import type { Finding } from "../../kernel/finding.ts";
import { nest } from "../../kernel/jewelry/frame.ts";
import { HALO_UNDER_MM } from "../../kernel/jewelry/halo.ts";
import { headMeasures, paveMeasures, verdict } from "../../kernel/jewelry/setting-rules.ts";
import { planRing } from "./plan.ts";
import type { RingSpec } from "./schema.ts";

/** Verdicts of the rules that need to know the setting: prongs, bezels, seats, pavé. */
export function checkRing(spec: RingSpec): Finding[] {
  const { centre, halo, sides, pave } = planRing(spec);
  const side = sides.slice(0, 1);
  const heads = [...(centre ? [centre] : []), ...side].flatMap(headMeasures);
  const haloAt = halo?.stones[0] && centre ? nest(centre.frame, halo.stones[0]).origin : null;
  const inHalo =
    halo && haloAt ? paveMeasures(halo.gapMm, HALO_UNDER_MM, haloAt, "in the halo") : [];
  const first = pave?.stones[0];
  const inBand =
    pave && first ? paveMeasures(pave.gapMm, pave.underSeatMm, first.origin, "on the band") : [];
  return [...heads, ...inHalo, ...inBand].map(verdict);
}
