import { basketAt } from "../../kernel/jewelry/claw-head.ts";
import { frameOnRing, toOuter } from "../../kernel/jewelry/frame.ts";
import type { Gem } from "../../kernel/jewelry/gem.ts";

/** Between one stone and the other's basket, mm. */
const BASKET_GAP_MM = 0.15;
/** Where the centre's own head stands on the band, from its middle: nothing goes under a high stone. */
const FOOT_SHARE = 0.5;
const FOOT_OUT_MM = 0.45;
const ANGLE_STEP_DEG = 0.5;
/** Where the search starts: nothing stands further round than this. */
const FURTHEST_DEG = 90;

/** A stone over the band: how far its girdle stands above the band's crest. */
export interface Standing {
  gem: Gem;
  bandBelowMm: number;
}

type Point = readonly [x: number, z: number];

/** A stone and its basket seen from the front, in the ring's plane. */
interface Silhouette {
  stone: Point[];
  basket: Point[];
}

function silhouette(gem: Gem, crestMm: number, bandBelowMm: number, angleRad: number): Silhouette {
  const frame = frameOnRing(crestMm + bandBelowMm, angleRad);
  const half = gem.sizeMm[1] / 2;
  const { outMm, downMm } = basketAt(gem, bandBelowMm);
  const place = (x: number, z: number): Point => {
    const [px, , pz] = toOuter(frame, [x, 0, z]);
    return [px, pz];
  };
  return {
    stone: [
      place(half, 0),
      place(0.58 * half, gem.crownMm),
      place(-0.58 * half, gem.crownMm),
      place(-half, 0),
      place(0, -gem.pavilionMm),
    ],
    basket: [
      place(outMm, -downMm + 0.2),
      place(-outMm, -downMm + 0.2),
      place(-outMm, -downMm - 0.2),
      place(outMm, -downMm - 0.2),
    ],
  };
}

function toSegment([px, pz]: Point, [ax, az]: Point, [bx, bz]: Point): number {
  const dx = bx - ax;
  const dz = bz - az;
  const t = Math.min(1, Math.max(0, ((px - ax) * dx + (pz - az) * dz) / (dx * dx + dz * dz)));
  return Math.sqrt((px - ax - t * dx) ** 2 + (pz - az - t * dz) ** 2);
}

/** Distance of two outlines that do not overlap. */
function apart(a: readonly Point[], b: readonly Point[]): number {
  const oneWay = (points: readonly Point[], line: readonly Point[]) =>
    Math.min(
      ...points.flatMap((point) =>
        line.map((from, i) => toSegment(point, from, line[(i + 1) % line.length]!)),
      ),
    );
  return Math.min(oneWay(a, b), oneWay(b, a));
}

/** Whether two neighbours' stones keep their distance and neither cuts the other's basket. */
function isClear(a: Silhouette, b: Silhouette, gapMm: number): boolean {
  return (
    apart(a.stone, b.stone) >= gapMm &&
    apart(a.basket, b.stone) >= BASKET_GAP_MM &&
    apart(a.stone, b.basket) >= BASKET_GAP_MM
  );
}

/**
 * The least angle on the ring, degrees, at which a stone keeps `gapMm` to the one on top and neither cuts the
 * other's basket; found from far to near. 90 where none does.
 */
export function clearAngleDeg(centre: Standing, side: Standing, crestMm: number, gapMm: number) {
  const middle = silhouette(centre.gem, crestMm, centre.bandBelowMm, 0);
  const footMm = (FOOT_SHARE * centre.gem.sizeMm[1]) / 2 + FOOT_OUT_MM;
  let angle = FURTHEST_DEG;
  while (angle > 0) {
    const nearer = ((angle - ANGLE_STEP_DEG) * Math.PI) / 180;
    const beside = silhouette(side.gem, crestMm, side.bandBelowMm, nearer);
    const isUnder = Math.min(...beside.basket.map(([x]) => x)) < footMm;
    if (isUnder || !isClear(middle, beside, gapMm)) break;
    angle -= ANGLE_STEP_DEG;
  }
  return angle;
}
