import type { Vec3 } from "../mesh.ts";
import { basketAt, RAIL_RADIUS_MM } from "./claw-head.ts";
import type { Gem } from "./gem.ts";
import { HALO_UNDER_MM, type Halo, haloDepthMm, haloReachMm } from "./halo.ts";
import type { SetStone } from "./set-stone.ts";

/** A stem from a setting's wire to what stands off it, in the stone's frame, mm. */
export interface Stem {
  from: Vec3;
  to: Vec3;
  radiusMm: number;
}

/** Where a loop may grow out of a setting, in the stone's frame. */
export interface Hanging {
  at: Vec3;
  stem: Stem | null;
}

const STEM_RADIUS_MM = 0.5;
/** Between a stone in prongs and a loop beside it. */
const CLEAR_MM = 0.3;
/** A loop reaches into metal by this share of its wall. */
export const LOOP_ROOT = 0.75;
/** A bezel's cup is widest from here up, as a share of its height. */
const CUP_RIM_DOWN = 0.12;

/** How far the girdle reaches up (side 1) or down (side −1) the stone's length, mm. */
export const girdleReachMm = ({ outline }: Gem, side: 1 | -1) =>
  Math.max(...outline.map(({ y }) => side * y));

/**
 * The outermost metal of a setting at the upper (side 1) or lower (side −1) end of its stone, for a loop of that wall.
 */
export function hangingAt(set: SetStone, halo: Halo | null, side: 1 | -1, wallMm: number): Hanging {
  const { gem, bandBelowMm: down } = set;
  const reach = girdleReachMm(gem, side);
  if (halo) {
    const middle = -(haloDepthMm(halo.gem, HALO_UNDER_MM) + 0.2) / 2;
    const edge = reach + haloReachMm(halo.roomMm, halo.gem) - 0.1;
    return { at: [0, side * edge, middle], stem: null };
  }
  if (set.head === "bezel") {
    return { at: [0, side * (reach + set.wallMm), -CUP_RIM_DOWN * down], stem: null };
  }
  const { outMm, downMm } = basketAt(gem, down, [0, side]);
  const at: Vec3 = [0, side * (reach + CLEAR_MM + LOOP_ROOT * wallMm), -downMm];
  const from: Vec3 = [0, side * (outMm - RAIL_RADIUS_MM), -downMm];
  return { at, stem: { from, to: at, radiusMm: STEM_RADIUS_MM } };
}
