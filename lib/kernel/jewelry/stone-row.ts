import type { Point2, Solid, SolidKernel } from "../solid/kernel.ts";
import { bead, beadSeat, copies, turnedRoom } from "./bead-setting.ts";
import { type Frame, within } from "./frame.ts";
import type { Gem } from "./gem.ts";
import { distance } from "./vector.ts";

/** Round stones of one size side by side, mm. */
export interface StoneRow {
  gem: Gem;
  /** Of each stone: girdle's middle, table up, x along the row. */
  stones: Frame[];
  /** Middles of the gaps, at the girdles' height; where the row ends what follows the last stone is one too. */
  gaps: Frame[];
  /** Between neighbouring girdles. */
  gapMm: number;
  /** Of metal under a stone's point. */
  underSeatMm: number;
}

export interface RowDetail {
  seatSegments: number;
  beadSegments: number;
}

/** A seat whose rim is worked over the girdle by this share of the stone's radius; the metal above flares by the second. */
const FLUSH_RIM = 0.06;
const FLUSH_FLARE = 0.12;

/** A stone's own room with a rim over its girdle, opening towards the surface: a flush seat. */
function flushSeat(kernel: SolidKernel, gem: Gem, segments: number): Solid[] {
  const radius = gem.sizeMm[1] / 2;
  const slope = gem.crownMm / (0.45 * radius);
  const rimZ = FLUSH_RIM * radius * slope + 0.03;
  const rim = radius * (1 - FLUSH_RIM);
  const high = gem.crownMm + 0.6;
  const opening: Point2[] = [
    [0, rimZ],
    [rim, rimZ],
    [rim * (1 + FLUSH_FLARE), high],
    [0, high],
  ];
  return [turnedRoom(kernel, gem, segments), kernel.revolve(opening, segments)];
}

/** A body with flush seats for a row of stones. */
export function withFlushRow(
  kernel: SolidKernel,
  body: Solid,
  { gem, stones }: StoneRow,
  { seatSegments }: RowDetail,
): Solid {
  const seat = kernel.union(flushSeat(kernel, gem, seatSegments));
  return kernel.difference(body, [copies(kernel, seat, stones)]);
}

/** Beads at both sides of every gap, as a share of the stone from the row's middle line. */
const BEAD_SPREAD = 0.36;

/** The two beads of a gap in its own frame, with the rooms of the stones beside it cut; neighbours of all gaps stand alike. */
function beadPair(
  kernel: SolidKernel,
  { gem, stones, gaps }: StoneRow,
  { seatSegments, beadSegments }: RowDetail,
): Solid {
  const one = bead(kernel, beadSegments);
  const offset = BEAD_SPREAD * gem.sizeMm[0];
  const pair = [-1, 1].map((side) => kernel.translate(one, [0, side * offset, 0]));
  const middle = Math.floor(gaps.length / 2);
  const gap = gaps[middle]!;
  const beside = stones.filter(({ origin }) => distance(origin, gap.origin) < 0.9 * gem.sizeMm[0]);
  const rooms = beside.map((frame) => within(gap, frame));
  const room = turnedRoom(kernel, gem, seatSegments);
  return kernel.difference(kernel.union(pair), [copies(kernel, room, rooms)]);
}

/** A body with bored seats for a row of two stones or more and the beads that hold them. */
export function withBeadRow(
  kernel: SolidKernel,
  body: Solid,
  row: StoneRow,
  detail: RowDetail,
): Solid {
  const seats = copies(kernel, beadSeat(kernel, row.gem, detail.seatSegments), row.stones);
  const bored = kernel.difference(body, [seats]);
  return kernel.union([bored, copies(kernel, beadPair(kernel, row, detail), row.gaps)]);
}
