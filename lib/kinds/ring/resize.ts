import { AppError, isAppError } from "../../shared/errors.ts";
import { planRing } from "./plan.ts";
import type { RingSpec } from "./schema.ts";

/** How far, and how finely, the pavé's arc is tried around the one of equal length, degrees. */
const SEARCH_DEG = 12;
const STEP_DEG = 0.25;
/** The schema's ends of the arc, degrees. */
const ARC_DEG = { least: 20, most: 150 };

const stonesOf = (spec: RingSpec) => planRing(spec).pave?.stones.length ?? 0;

function hasStones(spec: RingSpec, count: number): boolean {
  try {
    return stonesOf(spec) === count;
  } catch (error) {
    if (isAppError(error) && error.code === "invalid_input") return false;
    throw error;
  }
}

/**
 * The ring for another finger. Stones, heads and the number of pavé stones stay; the arc of the pavé follows the size.
 * Throws `rule_broken` where as many pavé stones do not fit.
 */
export function resizeRing(spec: RingSpec, innerDiameterMm: number): RingSpec {
  const next = { ...spec, innerDiameterMm };
  if (spec.shoulders !== "pave") return next;
  const count = stonesOf(spec);
  const outer = (diameterMm: number) => diameterMm + 2 * spec.bandThicknessMm;
  const equal = spec.paveArcDeg * (outer(spec.innerDiameterMm) / outer(innerDiameterMm));
  for (let away = 0; away <= SEARCH_DEG; away += STEP_DEG) {
    for (const arc of [equal + away, equal - away]) {
      const paveArcDeg = Number(arc.toFixed(2));
      if (paveArcDeg < ARC_DEG.least || paveArcDeg > ARC_DEG.most) continue;
      if (hasStones({ ...next, paveArcDeg }, count)) return { ...next, paveArcDeg };
    }
  }
  throw new AppError(
    "rule_broken",
    `On this size the band has no room for its ${count} pavé stones.`,
    {
      details: { field: "innerDiameterMm", value: innerDiameterMm, stones: count },
    },
  );
}
