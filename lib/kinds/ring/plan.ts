import type { Halo } from "../../kernel/jewelry/halo.ts";
import type { SetStone } from "../../kernel/jewelry/set-stone.ts";
import { crestRadius, type Shank } from "../../kernel/jewelry/shank.ts";
import { planCentre, planHalo } from "./plan-head.ts";
import { type PavePlan, planPave } from "./plan-pave.ts";
import { planSides } from "./plan-sides.ts";
import type { RingSpec } from "./schema.ts";

/** Where everything of a ring is, before any solid is made: what building, checking and pricing share. */
export interface RingPlan {
  spec: RingSpec;
  shank: Shank;
  /** The band's outside at its middle line, mm from the finger's axis. */
  crestMm: number;
  centre: SetStone | null;
  halo: Halo | null;
  sides: readonly SetStone[];
  pave: PavePlan | null;
}

function shankOf(spec: RingSpec): Shank {
  return {
    profile: spec.profile,
    innerRadiusMm: spec.innerDiameterMm / 2,
    widthMm: spec.bandWidthMm,
    thicknessMm: spec.bandThicknessMm,
    taper: spec.taperPercent / 100,
  };
}

/**
 * The layout of a ring. Throws `invalid_input` naming field, limit and nearest value where its numbers
 * cannot go together.
 */
export function planRing(spec: RingSpec): RingPlan {
  const shank = shankOf(spec);
  const crestMm = crestRadius(shank);
  const centre = spec.style === "plain" ? null : planCentre(spec, crestMm);
  const halo = centre && spec.style === "halo" ? planHalo(spec, centre) : null;
  const sides = centre && spec.style === "three-stone" ? planSides(spec, centre, crestMm) : [];
  const pave = spec.shoulders === "pave" ? planPave(spec, shank, { centre, halo, sides }) : null;
  return { spec, shank, crestMm, centre, halo, sides, pave };
}
