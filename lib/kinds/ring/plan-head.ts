import { prongAnchors } from "../../kernel/jewelry/anchors.ts";
import { frameOnRing } from "../../kernel/jewelry/frame.ts";
import { cutGem } from "../../kernel/jewelry/gem.ts";
import { HALO_UNDER_MM, type Halo, haloDepthMm } from "../../kernel/jewelry/halo.ts";
import { haloAround } from "../../kernel/jewelry/heads.ts";
import type { SetStone } from "../../kernel/jewelry/set-stone.ts";
import type { Cut } from "../../shared/stones.ts";
import { requireWithin } from "./rules.ts";
import { type RingSpec, SQUARE_CUTS } from "./schema.ts";

/** A stone is at most this many times as long as the band is wide, or the head rocks. */
const STONE_PER_BAND = 5;
const MOST_ASPECT = 3;

export const isSquareCut = (cut: Cut) => SQUARE_CUTS.includes(cut);

function checkProportions(spec: RingSpec): void {
  const { stoneLengthMm: length, bandWidthMm } = spec;
  const width = isSquareCut(spec.cut) ? length : spec.stoneWidthMm;
  const isLong = length >= width;
  const most = Math.min(STONE_PER_BAND * bandWidthMm, 0.8 * spec.innerDiameterMm);
  const isBandTheLimit = STONE_PER_BAND * bandWidthMm <= 0.8 * spec.innerDiameterMm;
  requireWithin({
    field: isLong ? "stoneLengthMm" : "stoneWidthMm",
    value: Math.max(length, width),
    maximum: most,
    reason: isBandTheLimit
      ? `A band ${bandWidthMm} mm wide carries a stone of at most ${most.toFixed(1)} mm.`
      : `On a ring of this size a stone may measure ${most.toFixed(1)} mm at most.`,
  });
  requireWithin({
    field: isLong ? "stoneWidthMm" : "stoneLengthMm",
    value: Math.min(length, width),
    minimum: Math.max(length, width) / MOST_ASPECT,
    reason: `A stone may be at most ${MOST_ASPECT} times as long as it is wide.`,
  });
}

/** The centre stone on its head. */
export function planCentre(spec: RingSpec, crestMm: number): SetStone {
  checkProportions(spec);
  const gem = cutGem(spec.cut, spec.stoneLengthMm, spec.stoneWidthMm);
  const [length, width] = gem.sizeMm;
  const plateMm = spec.style === "halo" ? haloDepthMm(haloGem(spec), HALO_UNDER_MM) + 0.3 : 0;
  const bandBelowMm = Math.max(gem.pavilionMm, plateMm) + spec.headLiftMm;
  return {
    name: "centre-stone",
    stone: spec.stone,
    gem,
    frame: frameOnRing(crestMm + bandBelowMm, 0),
    angleRad: 0,
    head: spec.head,
    anchors: prongAnchors(spec.cut, length, width, spec.prongs === "6" ? 6 : 4),
    prongMm: spec.prongWidthMm,
    wallMm: spec.bezelWallMm,
    bandBelowMm,
  };
}

const haloGem = (spec: RingSpec) => cutGem("round", spec.haloStoneMm, spec.haloStoneMm);

/** The small stones around the centre. */
export const planHalo = (spec: RingSpec, centre: SetStone): Halo =>
  haloAround(centre, haloGem(spec));
