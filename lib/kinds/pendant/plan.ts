import { prongAnchors } from "../../kernel/jewelry/anchors.ts";
import type { Bail } from "../../kernel/jewelry/bail.ts";
import { RAIL_RADIUS_MM } from "../../kernel/jewelry/claw-head.ts";
import { type Frame, frameOnRing } from "../../kernel/jewelry/frame.ts";
import { clearanceAt, cutGem, type Gem } from "../../kernel/jewelry/gem.ts";
import { HALO_UNDER_MM, type Halo, haloDepthMm, haloReachMm } from "../../kernel/jewelry/halo.ts";
import { girdleReachMm, hangingAt, type Stem } from "../../kernel/jewelry/hanging.ts";
import { haloAround } from "../../kernel/jewelry/heads.ts";
import type { SetStone } from "../../kernel/jewelry/set-stone.ts";
import type { Vec3 } from "../../kernel/mesh.ts";
import { SQUARE_CUTS } from "../ring/schema.ts";
import { requireWithin } from "./rules.ts";
import type { PendantSpec } from "./schema.ts";

/** A pendant's own frame (x right, y up, z to the eye) as it hangs: the eye is at −Y. */
export const FACING: Frame = { ...frameOnRing(0, 0), x: [1, 0, 0], y: [0, 0, 1], z: [0, -1, 0] };

/** Metal between a stone's point and what the pendant lies on. */
const UNDER_POINT_MM = 0.35;
const MOST_ASPECT = 3;
/** A basket's lower wire stands at this height over its feet. */
const FOOT_RAIL_MM = 0.3;
const FOOT_SHARE = 0.5;

/** A stone pendant before any solid is made, in its own frame. */
export interface StonePlan {
  set: SetStone;
  halo: Halo | null;
  bail: Bail | null;
  /** A stem from the setting's wire to a bail that stands off it. */
  stem: Stem | null;
}

function checkStone({ cut, stoneLengthMm: length, stoneWidthMm: width }: PendantSpec): void {
  if (SQUARE_CUTS.includes(cut)) return;
  requireWithin({
    field: length >= width ? "stoneWidthMm" : "stoneLengthMm",
    value: Math.min(length, width),
    minimum: Math.max(length, width) / MOST_ASPECT,
    reason: `A stone may be at most ${MOST_ASPECT} times as long as it is wide.`,
  });
}

function planSet(spec: PendantSpec, gem: Gem): SetStone {
  const [length, width] = gem.sizeMm;
  const small = cutGem("round", spec.haloStoneMm, spec.haloStoneMm);
  const plateMm = spec.halo ? haloDepthMm(small, HALO_UNDER_MM) + FOOT_RAIL_MM : 0;
  return {
    name: "centre-stone",
    stone: spec.stone,
    gem,
    frame: FACING,
    angleRad: 0,
    head: spec.head,
    anchors: prongAnchors(spec.cut, length, width, spec.prongs === "6" ? 6 : 4),
    prongMm: spec.prongWidthMm,
    wallMm: spec.bezelWallMm,
    bandBelowMm: Math.max(gem.pavilionMm + UNDER_POINT_MM, plateMm),
  };
}

/** The point of the setting's back a hidden bail grows out of. */
function backOf({ gem, head, bandBelowMm: down }: SetStone, halo: Halo | null): Vec3 {
  if (halo) {
    const rimMm = haloReachMm(halo.roomMm, halo.gem);
    return [0, girdleReachMm(gem, 1) + 0.45 * rimMm, -haloDepthMm(halo.gem, HALO_UNDER_MM) - 0.25];
  }
  if (head === "bezel") return [0, 0.42 * girdleReachMm(gem, 1), -down - 0.1];
  const railZ = -down + FOOT_RAIL_MM;
  const clear = clearanceAt(gem, railZ, 0, 1, RAIL_RADIUS_MM);
  return [0, Math.max(FOOT_SHARE * girdleReachMm(gem, 1), clear), railZ - 0.3];
}

/** The layout of a pendant around a stone. Throws `invalid_input` where its numbers cannot go together. */
export function planStone(spec: PendantSpec): StonePlan {
  checkStone(spec);
  const gem = cutGem(spec.cut, spec.stoneLengthMm, spec.stoneWidthMm);
  const set = planSet(spec, gem);
  const halo = spec.halo
    ? haloAround(set, cutGem("round", spec.haloStoneMm, spec.haloStoneMm))
    : null;
  if (spec.bail === "none") return { set, halo, bail: null, stem: null };
  const common = { style: spec.bail, innerMm: spec.bailInnerMm, wallMm: spec.bailWallMm };
  if (spec.bail === "hidden") {
    return { set, halo, bail: { ...common, at: backOf(set, halo) }, stem: null };
  }
  const { at, stem } = hangingAt(set, halo, 1, spec.bailWallMm);
  return { set, halo, bail: { ...common, at }, stem };
}
