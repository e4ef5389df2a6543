import { detailsOf } from "#lib/kinds/figurine/details.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import type { FusionResult, Score } from "../types.ts";
import { scored } from "./band.ts";

/** A millimetre of height that is off takes so much of the score. */
const HEIGHT_WEIGHT = 2;
/** Smallest detail at which nothing is lost, mm. */
const FINE_MM = 0.8;

/** How sound the solid is: its height against what was asked for, faults of its surface, its finest detail. */
export function qualityScore({ measures, faults }: FusionResult, spec: FigurineSpec): Score {
  const offMm = Math.abs(measures.boxMm[2] - spec.heightMm);
  const wanted = spec.neckJoint ? 2 : 1;
  const isClosed = measures.watertight && measures.pieces === wanted && faults.holes === 0;
  const finest = Math.min(...detailsOf(spec).map(({ size }) => size));
  const height = Math.max(0, 1 - HEIGHT_WEIGHT * offMm);
  const clean = faults.selfIntersections === 0 && faults.nonManifoldEdges === 0 ? 1 : 0.5;
  const detail = Math.min(1, finest / FINE_MM);
  return scored({
    id: "quality",
    label: "Quality",
    value: isClosed ? 0.4 * clean + 0.3 * height + 0.3 * detail : 0,
    meaning:
      "How sound the solid is. 1 is one closed solid, exactly as tall as asked for, without surfaces through each other and with no detail finer than 0.8 mm. 0 is a solid that is not closed.",
    bands: [
      { from: 0.9, label: "sound" },
      { from: 0.7, label: "good" },
      { from: 0.4, label: "needs care" },
      { from: 0, label: "not closed" },
    ],
    terms: {
      alignmentErrorMm: Number(offMm.toFixed(4)),
      closedSolids: measures.pieces,
      selfIntersections: faults.selfIntersections,
      nonManifoldEdges: faults.nonManifoldEdges,
      smallestFeatureMm: Number(finest.toFixed(3)),
    },
  });
}
