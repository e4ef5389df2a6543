import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { bead, beadSeat, copies, facetedRoom, turnedRoom } from "./bead-setting.ts";
import { bezelHead } from "./bezel-head.ts";
import { type ClawDetail, clawHead } from "./claw-head.ts";
import { nest, toMatrix } from "./frame.ts";
import type { Gem } from "./gem.ts";
import { HALO_UNDER_MM, type Halo, haloPlate, layHalo } from "./halo.ts";
import type { SetStone } from "./set-stone.ts";

export interface HeadDetail extends ClawDetail {
  /** Around a bead, and around the opening of its seat. */
  beadSegments: number;
  seatSegments: number;
}

/** A stone in its head, and what the head stands on, mm. */
export interface StandingHead {
  set: SetStone;
  /** How far the head goes into what carries it. */
  footDepthMm: number;
  /** Half the width of what carries it, which the feet keep to. */
  footHalfMm: number;
  /** Where the feet stand below the stone, as a share of its girdle; they run together under it where not given. */
  footShare?: number;
  /** Small stones around it. */
  halo?: Halo | null;
}

/** Room for prongs between a stone and its halo. */
const HALO_ROOM_MM = 0.32;
/** Prongs up to this pass between two stones of a halo as they are. */
const SLIM_PRONG_MM = 1;

/** Small stones around a stone in its head, with room for its prongs or its bezel. */
export function haloAround(set: SetStone, gem: Gem): Halo {
  const stoutMm = set.head === "prong" ? Math.max(0, set.prongMm - SLIM_PRONG_MM) : 0;
  const roomMm = set.head === "bezel" ? set.wallMm + 0.15 : HALO_ROOM_MM + 0.6 * stoutMm;
  return layHalo(set.gem.outline, set.anchors, roomMm, gem, stoutMm);
}

/** A stone's head without the room of its stone, in the stone's frame. */
function headOf(kernel: SolidKernel, head: StandingHead, detail: HeadDetail): Solid[] {
  const { set, halo, ...foot } = head;
  const common = { ...foot, gem: set.gem, bandBelowMm: set.bandBelowMm };
  if (set.head === "bezel") return [bezelHead(kernel, { ...common, wallMm: set.wallMm })];
  const { anchors, prongMm } = set;
  return clawHead(kernel, { ...common, anchors, prongMm, hasUpperRail: !halo }, detail);
}

/** A halo's plate and beads with the seats of its stones cut, in the centre stone's frame. */
function haloOf(kernel: SolidKernel, { set, halo }: StandingHead, detail: HeadDetail): Solid[] {
  if (!halo) return [];
  const plate = haloPlate(kernel, set.gem.outline, halo, HALO_UNDER_MM);
  const seat = beadSeat(kernel, halo.gem, detail.seatSegments);
  const bored = kernel.difference(plate, [copies(kernel, seat, halo.stones)]);
  return [bored, copies(kernel, bead(kernel, detail.beadSegments), halo.beads)];
}

/** The room of a head's stones, where they stand. */
function roomsOf(kernel: SolidKernel, { set, halo }: StandingHead, detail: HeadDetail): Solid[] {
  const room = kernel.transform(facetedRoom(kernel, set.gem), toMatrix(set.frame));
  if (!halo) return [room];
  const small = turnedRoom(kernel, halo.gem, detail.seatSegments);
  const frames = halo.stones.map((at) => nest(set.frame, at));
  return [room, copies(kernel, small, frames)];
}

/**
 * The heads of stones with their halos, and whatever else stands near them (`beside`, in the piece's own frame), with
 * no metal in the way of any of the stones.
 */
export function headsOf(
  kernel: SolidKernel,
  heads: readonly StandingHead[],
  detail: HeadDetail,
  beside: readonly Solid[] = [],
): Solid {
  const metal = heads.flatMap((head) =>
    [...headOf(kernel, head, detail), ...haloOf(kernel, head, detail)].map((solid) =>
      kernel.transform(solid, toMatrix(head.set.frame)),
    ),
  );
  const rooms = heads.flatMap((head) => roomsOf(kernel, head, detail));
  return kernel.difference(kernel.union([...metal, ...beside]), rooms);
}
