import { prongAnchors } from "../../kernel/jewelry/anchors.ts";
import { frameOnRing } from "../../kernel/jewelry/frame.ts";
import { cutGem } from "../../kernel/jewelry/gem.ts";
import type { SetStone } from "../../kernel/jewelry/set-stone.ts";
import { requireWithin } from "./rules.ts";
import type { RingSpec } from "./schema.ts";
import { clearAngleDeg, type Standing } from "./side-angle.ts";

/** A side stone's point above the band. */
const SIDE_LIFT_MM = 0.25;
/** Between the stones of neighbouring prong heads. */
const PRONG_GAP_MM = 0.45;

function sideOf(sizeMm: number): Standing {
  const gem = cutGem("round", sizeMm, sizeMm);
  return { gem, bandBelowMm: gem.pavilionMm + SIDE_LIFT_MM };
}

/** The two stones beside the centre, as near to it as their settings allow: at most 65° from the top by the limits of sizes. */
export function planSides(spec: RingSpec, centre: SetStone, crestMm: number): SetStone[] {
  const size = spec.sideStoneMm;
  requireWithin({
    field: "sideStoneMm",
    value: size,
    maximum: Math.min(spec.bandWidthMm * 3, 0.35 * spec.innerDiameterMm),
    reason: "The side stones need a band they can stand on.",
  });
  const gapMm = spec.head === "bezel" ? 2 * spec.bezelWallMm + 0.05 : PRONG_GAP_MM;
  const side = sideOf(size);
  const angleDeg = clearAngleDeg(centre, side, crestMm, gapMm);
  return setSides(spec, side, angleDeg, crestMm);
}

function setSides(spec: RingSpec, side: Standing, angleDeg: number, crestMm: number): SetStone[] {
  const size = spec.sideStoneMm;
  const prongMm = Math.min(spec.prongWidthMm, Math.max(0.8, 0.26 * size));
  return [-1, 1].map((hand) => {
    const angleRad = (hand * angleDeg * Math.PI) / 180;
    return {
      ...side,
      name: hand < 0 ? "side-stone-left" : "side-stone-right",
      stone: spec.sideStone,
      frame: frameOnRing(crestMm + side.bandBelowMm, angleRad),
      angleRad,
      head: spec.head,
      anchors: prongAnchors("round", size, size, 4),
      prongMm,
      wallMm: spec.bezelWallMm,
    };
  });
}
