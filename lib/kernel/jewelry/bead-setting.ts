import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { type Frame, frameOnRing, toMatrix } from "./frame.ts";
import { type Gem, toClosedMesh } from "./gem.ts";

/** Bead-set small stones: what makers ask (JewelCraft's pavé rules), mm. */
export const PAVE_RULES = { gapMm: 0.15, beadMm: 0.4, underSeatMm: 0.5 } as const;

export const BEAD_RADIUS_MM = 0.25;
/** Beads rise this far above the girdle before their round top begins. */
const BEAD_RISE_MM = 0.06;
const BEAD_ROOT_MM = 0.55;
/** The cut above a stone is this much wider than its girdle. */
const OPENING = 1.02;
/** A seat is this much larger than its stone. */
const SEAT_CLEARANCE = 1.008;

/** What is cut for the stone itself is a hair smaller than its seat: surfaces that coincide double the time of a cut. */
const ROOM_CLEARANCE = 1.003;

/** Where beads stand beside the middle of a gap, as a share of the stone. */
export const BEAD_SPREAD = 0.34;

/** A stone's own room, slightly larger than it, in its own frame. */
export const stoneRoom = (kernel: SolidKernel, gem: Gem, clearance = ROOM_CLEARANCE): Solid =>
  kernel.fromMesh(toClosedMesh(gem, clearance));

/** A bored seat with its opening above, in the stone's own frame. */
export function beadSeat(kernel: SolidKernel, gem: Gem, segments: number): Solid {
  const radius = (gem.sizeMm[1] / 2) * OPENING;
  const opening = kernel.cylinder(gem.crownMm + 0.6, radius, radius * 1.02, segments);
  return kernel.union([stoneRoom(kernel, gem, SEAT_CLEARANCE), opening]);
}

/** A bead on its post, standing at the girdle's height, round side up. */
export function bead(kernel: SolidKernel, segments: number): Solid {
  const steps = Math.max(3, segments / 4);
  const round = Array.from({ length: steps + 1 }, (_, i): [number, number] => {
    const angle = (i / steps) * (Math.PI / 2);
    return [BEAD_RADIUS_MM * Math.cos(angle), BEAD_RISE_MM + BEAD_RADIUS_MM * Math.sin(angle)];
  });
  const post: [number, number][] = [
    [0, -BEAD_ROOT_MM],
    [BEAD_RADIUS_MM * 0.8, -BEAD_ROOT_MM],
  ];
  return kernel.revolve([...post, ...round], segments);
}

/** The frame of a stone beside a gap, in the gap's frame; both lie on a circle about the finger. */
function besideGap(radiusMm: number, angleRad: number): Frame {
  const frame = frameOnRing(radiusMm, angleRad);
  const [x, y, z] = frame.origin;
  return { ...frame, origin: [x, y, z - radiusMm] };
}

/** A bead at one side of a gap, in the gap's frame, with the rooms of the two stones beside it cut from it. */
export function trimmedBead(
  kernel: SolidKernel,
  { gem, radiusMm, stepRad }: { gem: Gem; radiusMm: number; stepRad: number },
  side: 1 | -1,
  segments: number,
): Solid {
  const [width] = gem.sizeMm;
  const place = kernel.translate(bead(kernel, segments), [0, side * BEAD_SPREAD * width, 0]);
  const stones = [-1, 1].map((hand) => besideGap(radiusMm, (hand * stepRad) / 2));
  return kernel.difference(place, [copies(kernel, stoneRoom(kernel, gem), stones)]);
}

/** Copies of a solid in many frames as one solid; the copies must not touch each other. */
export function copies(kernel: SolidKernel, solid: Solid, frames: readonly Frame[]): Solid {
  const placed = frames.map((frame) => kernel.transform(solid, toMatrix(frame)));
  return kernel.wasm.Manifold.compose(placed);
}
