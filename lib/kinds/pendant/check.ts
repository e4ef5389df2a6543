import type { Finding } from "../../kernel/finding.ts";
import { BAIL_RULES } from "../../kernel/jewelry/bail.ts";
import { nest } from "../../kernel/jewelry/frame.ts";
import { HALO_UNDER_MM } from "../../kernel/jewelry/halo.ts";
import {
  headMeasures,
  type Measured,
  paveMeasures,
  verdict,
} from "../../kernel/jewelry/setting-rules.ts";
import { engravingMeasures } from "../../kernel/text/engraving.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { planStone } from "./plan.ts";
import type { PendantSpec } from "./schema.ts";

function bailMeasures({ bail, bailInnerMm, bailWallMm }: PendantSpec): Measured[] {
  if (bail === "none") return [];
  return [
    {
      rule: "bail-opening",
      what: "The bail's opening",
      value: bailInnerMm,
      limit: BAIL_RULES.innerMm,
      at: null,
      advice: "Open it, or a chain does not pass.",
    },
    {
      rule: "bail-wall",
      what: "The bail's wall",
      value: bailWallMm,
      limit: BAIL_RULES.wallMm,
      at: null,
      advice: "Make the bail stouter.",
    },
  ];
}

function stoneMeasures(spec: PendantSpec): Measured[] {
  const { set, halo } = planStone(spec);
  const first = halo?.stones[0];
  const at = first ? nest(set.frame, first).origin : null;
  const inHalo = halo && at ? paveMeasures(halo.gapMm, HALO_UNDER_MM, at, "in the halo") : [];
  return [...headMeasures(set), ...inHalo];
}

function letterMeasures(spec: PendantSpec): Measured[] {
  if (spec.text === "") return [];
  const { letterHeightMm, letterDepthMm, letterWork, thicknessMm } = spec;
  const floorMm = letterWork === "recessed" ? thicknessMm - letterDepthMm : thicknessMm;
  return engravingMeasures(getFont(spec.lettering), {
    heightMm: letterHeightMm,
    depthMm: letterDepthMm,
    floorMm,
    at: [0, -thicknessMm / 2, 0],
  });
}

/** Verdicts of the rules that need to know the pendant: setting, halo, bail, engraving. */
export function checkPendant(spec: PendantSpec): Finding[] {
  const own = spec.design === "stone" ? stoneMeasures(spec) : letterMeasures(spec);
  return [...own, ...bailMeasures(spec)].map(verdict);
}
