import type { Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import type { Gem } from "./gem.ts";
import type { Outline } from "./outline.ts";

/** A cup around one stone, in the stone's own frame (girdle at z = 0), mm. */
export interface BezelHead {
  gem: Gem;
  wallMm: number;
  bandBelowMm: number;
  footDepthMm: number;
  footHalfMm: number;
}

/** How much of the girdle's radius the rim covers, and the ledge below bears. */
const RIM = 0.07;
const LEDGE = 0.2;
const FOOT_SCALE = 0.55;
/** The rim stands this share of the crown above the girdle. */
const RIM_HEIGHT = 0.5;

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
export const rimHeightMm = (gem: Gem) => Math.min(0.75, RIM_HEIGHT * gem.crownMm) + 0.1;

function outside(kernel: SolidKernel, head: BezelHead): Solid {
  const { gem, wallMm: wall, bandBelowMm: down, footHalfMm } = head;
  const halfLength = gem.sizeMm[0] / 2;
  const footY = Math.min(FOOT_SCALE, Math.max(0.2, (footHalfMm - 0.4 * wall) / halfLength));
  const rim = rimHeightMm(gem);
  const levels: Level[] = [
    { z: -down - head.footDepthMm, shareX: FOOT_SCALE * 0.9, shareY: footY, out: 0.35 * wall },
    {
      z: -down + 0.25,
      shareX: FOOT_SCALE,
      shareY: Math.max(footY, FOOT_SCALE * 0.8),
      out: 0.5 * wall,
    },
    evenly(0.96, -0.28 * gem.pavilionMm, 0.9 * wall),
    evenly(1, -0.05 * gem.pavilionMm, wall),
    evenly(1, rim - 0.3, wall),
    evenly(1, rim - 0.1, 0.93 * wall),
    evenly(1, rim - 0.02, 0.8 * wall),
    evenly(1, rim, 0.6 * wall),
  ];
  return kernel.loft(levels.map((level) => ringOf(gem.outline, level)));
}

/** The room above the stone and the light hole below its seat. */
function inside(kernel: SolidKernel, head: BezelHead): Solid[] {
  const { gem, bandBelowMm: down } = head;
  const plain = distinct(gem.outline);
  const loft = (...levels: Level[]) => kernel.loft(levels.map((level) => ringOf(plain, level)));
  const open = loft(evenly(1 - RIM, 0), evenly(1 - RIM + 0.03, gem.crownMm + 1));
  const half = Math.min(gem.sizeMm[0], gem.sizeMm[1]) / 2;
  const thin = Math.min(0.2, (0.5 * head.wallMm) / half);
  const low = -down + 0.35;
  const high = -0.1 * gem.pavilionMm;
  if (low > high - 0.3) return [open];
  return [open, loft(evenly(FOOT_SCALE - 0.05 - thin, low), evenly(1 - LEDGE, high))];
}

/** The cup; the stone's own room is cut from it together with the other stones'. */
export function bezelHead(kernel: SolidKernel, head: BezelHead): Solid {
  return kernel.difference(outside(kernel, head), inside(kernel, head));
}
