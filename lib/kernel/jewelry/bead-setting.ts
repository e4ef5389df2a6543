import type { Point2, Solid, SolidKernel } from "../solid/kernel.ts";
import { type Frame, frameOnRing, toMatrix } from "./frame.ts";
import { type Gem, toClosedMesh } from "./gem.ts";

/** Bead-set small stones: what makers ask (JewelCraft's pavé rules), mm. */
export const PAVE_RULES = { gapMm: 0.15, underSeatMm: 0.5 } as const;

export const BEAD_RADIUS_MM = 0.25;
/** Beads rise this far above the girdle before their round top begins. */
const BEAD_RISE_MM = 0.06;
const BEAD_ROOT_MM = 0.55;
/** Room all round a bead-set stone. */
const CLEARANCE_MM = 0.006;
/** The opening above a seat is this much wider than the stone, and widens as much again. */
const OPENING = 1.02;
/** A bur's opening ends this far above the stone. */
const OPENING_RISE_MM = 0.6;
/** A centre stone's room is a hair larger than the stone. */
const ROOM_SHARE = 1.003;

/** Where beads stand beside the middle of a gap, as a share of the stone. */
export const BEAD_SPREAD = 0.34;

/** A stone's own room with all its facets, slightly larger than it, in its own frame. */
export const facetedRoom = (kernel: SolidKernel, gem: Gem): Solid =>
  kernel.fromMesh(toClosedMesh(gem, ROOM_SHARE));

/** Radius and height of a round stone's widest points by height, from its point to its table: a convex outline. */
function turnedOutline(gem: Gem): Point2[] {
  const points = gem.facets
    .flatMap(({ loop }) => loop.map(([x, y, z]): Point2 => [Math.sqrt(x * x + y * y), z]))
    .sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const hull: Point2[] = [];
  for (const point of points) {
    while (hull.length >= 2 && turnsOut(hull.at(-2)!, hull.at(-1)!, point) <= 1e-4) hull.pop();
    hull.push(point);
  }
  return hull;
}

/** Positive where the outline, followed upwards, turns left at b: b is a corner of its outside. */
function turnsOut(a: Point2, b: Point2, c: Point2): number {
  return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
}

/** The outline with the bur's clearance, as large as a turning in `segments` flats needs to hold the round. */
function withClearance(outline: readonly Point2[], segments: number): Point2[] {
  const grow = 1 / Math.cos(Math.PI / segments);
  return outline.map(
    ([r, z]): Point2 => [r < 1e-6 ? 0 : (r + CLEARANCE_MM) * grow, z + Math.sign(z) * CLEARANCE_MM],
  );
}

/** Room of a small round stone, as a bur turns it, in the stone's own frame. */
export function turnedRoom(kernel: SolidKernel, gem: Gem, segments: number): Solid {
  const outline = withClearance(turnedOutline(gem), segments);
  return kernel.revolve([...outline, [0, outline.at(-1)![1]]], segments);
}

/** A bored seat with its opening above, in the stone's own frame. */
export function beadSeat(kernel: SolidKernel, gem: Gem, segments: number): Solid {
  const below = withClearance(
    turnedOutline(gem).filter(([, z]) => z < 0),
    segments,
  );
  const radius = below.at(-1)![0] * OPENING;
  const top = gem.crownMm + OPENING_RISE_MM;
  return kernel.revolve([...below, [radius, 0.02], [radius * OPENING, top], [0, top]], segments);
}

/** A bead on its post, standing at the girdle's height, round side up. */
export function bead(kernel: SolidKernel, segments: number): Solid {
  const steps = Math.max(3, segments / 4);
  const round = Array.from({ length: steps + 1 }, (_, i): Point2 => {
    const angle = (i / steps) * (Math.PI / 2);
    return [BEAD_RADIUS_MM * Math.cos(angle), BEAD_RISE_MM + BEAD_RADIUS_MM * Math.sin(angle)];
  });
  const post: Point2[] = [
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
  return kernel.difference(place, [copies(kernel, turnedRoom(kernel, gem, segments), stones)]);
}

/** Copies of a solid in many frames as one solid; the copies must not touch each other. */
export function copies(kernel: SolidKernel, solid: Solid, frames: readonly Frame[]): Solid {
  const placed = frames.map((frame) => kernel.transform(solid, toMatrix(frame)));
  return kernel.wasm.Manifold.compose(placed);
}
