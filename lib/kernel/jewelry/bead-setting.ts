import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { type Frame, toMatrix } from "./frame.ts";
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

/** A bead with the room of its two neighbours cut from it; they stand `stepMm` apart along x. */
export function trimmedBead(
  kernel: SolidKernel,
  gem: Gem,
  stepMm: number,
  side: 1 | -1,
  segments: number,
): Solid {
  const [width] = gem.sizeMm;
  const place = kernel.translate(bead(kernel, segments), [0, side * BEAD_SPREAD * width, 0]);
  const room = stoneRoom(kernel, gem);
  const rooms = [-1, 1].map((hand) => kernel.translate(room, [(hand * stepMm) / 2, 0, 0]));
  return kernel.difference(place, rooms);
}

/** Copies of a solid in many frames as one solid; the copies must not touch each other. */
export function copies(kernel: SolidKernel, solid: Solid, frames: readonly Frame[]): Solid {
  const placed = frames.map((frame) => kernel.transform(solid, toMatrix(frame)));
  return kernel.wasm.Manifold.compose(placed);
}
