import { type Frame, frameOnRing } from "../../kernel/jewelry/frame.ts";
import { cutGem, type Gem } from "../../kernel/jewelry/gem.ts";
import { HALO_UNDER_MM, type Halo, haloDepthMm, haloReachMm } from "../../kernel/jewelry/halo.ts";
import type { SetStone } from "../../kernel/jewelry/set-stone.ts";
import { crestRadius, outerHeight, type Shank, widthAt } from "../../kernel/jewelry/shank.ts";
import { fieldOf } from "../read/fields.ts";
import { requireWithin } from "./rules.ts";
import { type RingSpec, ringSchema } from "./schema.ts";

/** Stones set into the band in a row. */
export interface PavePlan {
  gem: Gem;
  stones: Frame[];
  /** Middles of the gaps with a bead at either side; both ends count as gaps. */
  gaps: Frame[];
  /** Of the girdles' middles, mm from the finger's axis. */
  radiusMm: number;
  /** Between neighbouring stones, radians. */
  stepRad: number;
  /** Between neighbouring girdles, mm. */
  gapMm: number;
  /** Of metal under a stone's point, mm. */
  underSeatMm: number;
}

interface Neighbours {
  centre: SetStone | null;
  halo: Halo | null;
  sides: readonly SetStone[];
}

const GAP_MM = 0.2;
/** Metal a seat needs beside it to be cut at all. */
const LEAST_BESIDE_MM = 0.25;
const LEAST_UNDER_MM = 0.2;
/** Girdles lie this far below the metal beside them. */
const SINK_MM = 0.03;
const CLEAR_MM = 0.25;

/** How far a head stands on the band to either side of its middle, mm. */
function footReach({ head, gem, prongMm, wallMm }: SetStone): number {
  const half = gem.sizeMm[1] / 2;
  return head === "bezel" ? 0.64 * half + 0.7 * wallMm : Math.max(0.5 * half + 0.5, prongMm);
}

/** Angle at which the row may begin beside the heads, radians; 0 on a plain band. */
function startAngle({ centre, halo, sides }: Neighbours, crestMm: number, gem: Gem): number {
  const outer = sides[1] ?? centre;
  if (!outer) return 0;
  const radius = gem.sizeMm[1] / 2;
  let reach = footReach(outer) + radius + CLEAR_MM;
  if (halo && centre) {
    const roomBelow = centre.bandBelowMm - haloDepthMm(halo.gem, HALO_UNDER_MM);
    const isLow = roomBelow < gem.crownMm + 0.5;
    if (isLow) reach = centre.gem.sizeMm[1] / 2 + haloReachMm(halo.roomMm, halo.gem) + radius;
  }
  return outer.angleRad + reach / crestMm;
}

/** Angles of the stones of one side from the top, radians. */
function anglesOf(from: number, to: number, step: number, isPlain: boolean): number[] {
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  const right = Array.from({ length: Math.max(0, count) }, (_, i) => from + i * step);
  const left = right.map((angle) => -angle).reverse();
  return isPlain ? [...left.slice(0, -1), ...right] : [...left, ...right];
}

/** Middles of every gap and of what follows each end of a row. */
function gapAngles(angles: readonly number[], step: number): number[] {
  const places = angles.flatMap((angle) => [angle - step / 2, angle + step / 2]);
  return places.filter(
    (angle, i) => places.findIndex((other) => Math.abs(other - angle) < step / 10) === i,
  );
}

function checkRoom(spec: RingSpec, shank: Shank, gem: Gem, sinkMm: number): void {
  const arcRad = (spec.paveArcDeg * Math.PI) / 180;
  const narrowest = widthAt(shank, arcRad);
  const smallest = fieldOf(ringSchema, "paveStoneMm")?.minimum ?? 0;
  const reason = `The band is ${narrowest.toFixed(2)} mm wide where the last stone sits, and a seat needs ${LEAST_BESIDE_MM} mm of metal on each side.`;
  requireWithin({
    field: "bandWidthMm",
    value: spec.bandWidthMm,
    minimum: ((smallest + 2 * LEAST_BESIDE_MM) * shank.widthMm) / narrowest,
    reason,
  });
  requireWithin({
    field: "paveStoneMm",
    value: spec.paveStoneMm,
    maximum: narrowest - 2 * LEAST_BESIDE_MM,
    reason,
  });
  requireWithin({
    field: "bandThicknessMm",
    value: spec.bandThicknessMm,
    minimum: gem.pavilionMm + sinkMm + LEAST_UNDER_MM,
    reason: "The points of the pavé stones would come through the band.",
  });
}

/** The row of small stones on the band. Throws `invalid_input` where they do not fit. */
export function planPave(spec: RingSpec, shank: Shank, neighbours: Neighbours): PavePlan {
  const diameter = spec.paveStoneMm;
  const gem = cutGem("round", diameter, diameter);
  const crestMm = crestRadius(shank);
  const arcRad = (spec.paveArcDeg * Math.PI) / 180;
  const narrowest = widthAt(shank, arcRad);
  const fall = shank.thicknessMm - outerHeight(shank, narrowest, diameter / 2);
  const sinkMm = Math.min(0.4, fall + SINK_MM);
  checkRoom(spec, shank, gem, sinkMm);
  const radius = crestMm - sinkMm;
  const step = 2 * Math.asin((diameter + GAP_MM) / (2 * radius));
  const from = startAngle(neighbours, crestMm, gem);
  requireWithin({
    field: "paveArcDeg",
    value: spec.paveArcDeg,
    minimum: (from * 180) / Math.PI,
    reason: "The pavé must reach further than the head.",
  });
  const angles = anglesOf(from, Math.min(arcRad, Math.PI - step / 2), step, !neighbours.centre);
  return {
    gem,
    stones: angles.map((angle) => frameOnRing(radius, angle)),
    gaps: gapAngles(angles, step).map((angle) => frameOnRing(radius, angle)),
    radiusMm: radius,
    stepRad: step,
    gapMm: GAP_MM,
    underSeatMm: shank.thicknessMm - sinkMm - gem.pavilionMm,
  };
}
