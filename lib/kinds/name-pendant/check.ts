import type { Finding } from "../../kernel/finding.ts";
import { BAIL_RULES } from "../../kernel/jewelry/bail.ts";
import { type Measured, verdict } from "../../kernel/jewelry/setting-rules.ts";
import type { NamePendantSpec } from "./schema.ts";

/** A stroke of a name is a wall of cast metal. */
const STROKE_MM = 0.8;

function loopMeasures({ hang, loopInnerMm, loopWallMm }: NamePendantSpec): Measured[] {
  if (hang === "none") return [];
  return [
    {
      rule: "loop-opening",
      what: "A loop's opening",
      value: loopInnerMm,
      limit: BAIL_RULES.innerMm,
      at: null,
      advice: "Open the loops, or a chain's end ring does not pass.",
    },
    {
      rule: "loop-wall",
      what: "A loop's wall",
      value: loopWallMm,
      limit: BAIL_RULES.wallMm,
      at: null,
      advice: "Make the loops stouter.",
    },
  ];
}

/** Verdicts of the rules that need to know the name: its strokes and loops. */
export function checkNamePendant(spec: NamePendantSpec): Finding[] {
  const stroke: Measured = {
    rule: "letter-stroke",
    what: "The letters' thinnest stroke",
    value: spec.lineMm,
    limit: STROKE_MM,
    at: null,
    advice: "Make the strokes wider.",
  };
  return [stroke, ...loopMeasures(spec)].map(verdict);
}
