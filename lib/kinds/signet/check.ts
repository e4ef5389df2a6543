import type { Finding } from "../../kernel/finding.ts";
import { verdict } from "../../kernel/jewelry/setting-rules.ts";
import { tableZ } from "../../kernel/jewelry/signet.ts";
import { engravingMeasures } from "../../kernel/text/engraving.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { planSignet } from "./plan.ts";
import type { SignetSpec } from "./schema.ts";

/** Verdicts of the rules that need to know the letters. */
export function checkSignet(spec: SignetSpec): Finding[] {
  if (spec.text === "") return [];
  const { letterHeightMm, letterDepthMm, letterWork, tableHeightMm } = spec;
  const floorMm = letterWork === "recessed" ? tableHeightMm - letterDepthMm : tableHeightMm;
  return engravingMeasures(getFont(spec.lettering), {
    heightMm: letterHeightMm,
    depthMm: letterDepthMm,
    floorMm,
    at: [0, 0, tableZ(planSignet(spec))],
  }).map(verdict);
}
