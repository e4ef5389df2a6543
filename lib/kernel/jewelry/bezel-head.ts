import type { Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { type Gem, reachAt } from "./gem.ts";
import type { Outline } from "./outline.ts";

/** A cup around one stone, in the stone's own frame (girdle at z = 0), mm. */
interface BezelHead {
  gem: Gem;
  wallMm: number;
  bandBelowMm: number;
  footDepthMm: number;
  footHalfMm: number;
}

/** How much of the girdle's radius the rim covers, and the ledge below bears. */
const RIM = 0.07;
const LEDGE = 0.2;
const FOOT_SCALE = 0.62;
/** The foot stands off its outline by this share of the wall. */
const FOOT_OUT = 0.5;
/** The rim's inner face leans out by this much for each mm it rises. */
const RIM_SLOPE = 0.75;
/** Metal between the light hole and the band, and at least in the cup's wall. */
const LIGHT_FLOOR_MM = 0.9;
const LEAST_CUP_MM = 0.95;
/** Level width of a wall that leans by up to 45°, as a share of its thickness. */
const LEANING = 1.4;
const GIRDLE_SHARE = 0.034;
/** The rim stands this share of the crown above the girdle. */
const RIM_HEIGHT = 0.42;

/** One level of the cup: the outline at a share along x and y, moved out by `out`. */
interface Level {
  z: number;
  shareX: number;
  shareY: number;
  out: number;
}

const ringOf = (outline: Outline, { z, shareX, shareY, out }: Level): Vec3[] =>
  outline.map(({ x, y, nx, ny }): Vec3 => [x * shareX + nx * out, y * shareY + ny * out, z]);

const evenly = (share: number, z: number, out = 0): Level => ({
  z,
  shareX: share,
  shareY: share,
  out,
});

/** Corners stand in an outline once for each normal; without moving out they would be one point many times. */
const distinct = (outline: Outline): Outline =>
  outline.filter((point, i) => {
    const before = outline.at(i - 1)!;
    return (point.x - before.x) ** 2 + (point.y - before.y) ** 2 > 1e-12;
  });

/** Height of the rim's top over the girdle's middle, mm. */
const rimHeightMm = (gem: Gem) => Math.min(0.6, RIM_HEIGHT * gem.crownMm) + 0.1;

/** Shares of the girdle's outline at the cup's foot: along the finger it keeps to the band, and round the stone's end. */
function footShares({ gem, wallMm, footHalfMm }: BezelHead) {
  const [length, width] = gem.sizeMm;
  const end = -gem.pavilionMm + 0.05;
  const thick = LEANING * Math.max(wallMm, LEAST_CUP_MM) - FOOT_OUT * wallMm;
  const onBand = (footHalfMm - 0.4 * wallMm) / (length / 2);
  const leastX = (reachAt(gem, end, 1, 0) + thick) / (width / 2);
  const leastY = (reachAt(gem, end, 0, 1) + thick) / (length / 2);
  return {
    x: Math.min(0.95, Math.max(FOOT_SCALE, leastX)),
    y: Math.min(0.95, Math.max(0.2, leastY, Math.min(FOOT_SCALE, onBand))),
  };
}

function outside(kernel: SolidKernel, head: BezelHead): Solid {
  const { gem, wallMm: wall, bandBelowMm: down } = head;
  const foot = footShares(head);
  const rim = rimHeightMm(gem);
  const levels: Level[] = [
    { z: -down - head.footDepthMm, shareX: foot.x * 0.9, shareY: foot.y * 0.9, out: 0.4 * wall },
    { z: -down + 0.15, shareX: foot.x, shareY: foot.y, out: FOOT_OUT * wall },
    between(head, 0.4, -0.72 * down, 0.6 * wall),
    between(head, 0.8, -0.42 * down, 0.8 * wall),
    evenly(1, -0.12 * down, wall),
    evenly(1, rim - 0.3, wall),
    evenly(1, rim - 0.12, 0.9 * wall),
    evenly(1, rim - 0.03, 0.74 * wall),
    evenly(1, rim, 0.5 * wall),
  ];
  return kernel.loft(levels.map((level) => ringOf(gem.outline, level)));
}

/** A level at a share of the way from the foot's outline to the girdle's, or further out where the stone bulges. */
function between(head: BezelHead, way: number, z: number, out: number): Level {
  const { gem, wallMm } = head;
  const [length, width] = gem.sizeMm;
  const foot = footShares(head);
  const thick = LEANING * Math.max(wallMm, LEAST_CUP_MM) - out;
  const leastX = (reachAt(gem, z, 1, 0) + thick) / (width / 2);
  const leastY = (reachAt(gem, z, 0, 1) + thick) / (length / 2);
  return {
    z,
    shareX: Math.min(1, Math.max(leastX, foot.x + (1 - foot.x) * way)),
    shareY: Math.min(1, Math.max(leastY, foot.y + (1 - foot.y) * way)),
    out,
  };
}

/** The room above the stone, opening upwards, and the light hole below its seat. */
function inside(kernel: SolidKernel, head: BezelHead): Solid[] {
  const { gem, bandBelowMm: down } = head;
  const plain = distinct(gem.outline);
  const loft = (...levels: Level[]) => kernel.loft(levels.map((level) => ringOf(plain, level)));
  const half = Math.min(gem.sizeMm[0], gem.sizeMm[1]) / 2;
  const rim = rimHeightMm(gem);
  const flare = 1 - RIM + (rim * RIM_SLOPE) / half;
  const open = loft(
    evenly(1 - RIM, 0),
    evenly(flare, rim),
    evenly(flare + (gem.crownMm * RIM_SLOPE) / half, rim + gem.crownMm),
  );
  const low = -down + LIGHT_FLOOR_MM;
  const high = -0.1 * gem.pavilionMm;
  if (low > high - 0.5) return [open];
  const foot = footShares(head);
  const [length, width] = gem.sizeMm;
  const lean = Math.max((length / 2) * (1 - foot.y), (width / 2) * (1 - foot.x)) / (0.8 * down);
  // A leaning wall is thinner than it measures level.
  const thick = Math.max(head.wallMm, LEAST_CUP_MM) * Math.sqrt(1 + lean * lean) - 0.3;
  const shareX = foot.x - thick / (width / 2);
  const shareY = foot.y - thick / (length / 2);
  if (shareX < 0.1 || shareY < 0.1) return [open];
  return [open, loft({ z: low, shareX, shareY, out: 0 }, evenly(1 - LEDGE, high))];
}

/** The cup; the stone's own room is cut from it together with the other stones'. */
export function bezelHead(kernel: SolidKernel, head: BezelHead): Solid {
  return kernel.difference(outside(kernel, head), inside(kernel, head));
}

/** Height over which a bezel holds its stone: ledge, girdle and rim, mm. */
export function bezelSeatMm({ sizeMm, pavilionMm, crownMm }: Gem): number {
  return LEDGE * pavilionMm + RIM * crownMm + GIRDLE_SHARE * Math.min(sizeMm[0], sizeMm[1]);
}
