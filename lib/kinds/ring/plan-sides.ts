import { prongAnchors } from "../../kernel/jewelry/anchors.ts";
import { basketAt } from "../../kernel/jewelry/claw-head.ts";
import { frameOnRing, toOuter } from "../../kernel/jewelry/frame.ts";
import { cutGem, type Gem } from "../../kernel/jewelry/gem.ts";
import type { SetStone } from "./plan-head.ts";
import { requireWithin } from "./rules.ts";
import type { RingSpec } from "./schema.ts";

/** A side stone's point above the band. */
const SIDE_LIFT_MM = 0.25;
/** Between the stones of neighbouring prong heads. */
const PRONG_GAP_MM = 0.45;
/** Between one stone and the other's basket. */
const BASKET_GAP_MM = 0.08;
const MOST_ANGLE_DEG = 68;
const ANGLE_STEP_DEG = 0.5;

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

/** The least angle, degrees, at which the side stone stays clear of the centre: found from far to near. */
function clearAngle(
  gem: Gem,
  bandBelowMm: number,
  centre: SetStone,
  crestMm: number,
  gapMm: number,
) {
  const middle = silhouette(centre.gem, crestMm, centre.bandBelowMm, 0);
  let angle = 90;
  while (angle > 0) {
    const nearer = ((angle - ANGLE_STEP_DEG) * Math.PI) / 180;
    if (!isClear(middle, silhouette(gem, crestMm, bandBelowMm, nearer), gapMm)) break;
    angle -= ANGLE_STEP_DEG;
  }
  return angle;
}

/** The two stones beside the centre, as near to it as their settings allow. */
export function planSides(spec: RingSpec, centre: SetStone, crestMm: number): SetStone[] {
  const size = spec.sideStoneMm;
  requireWithin({
    field: "sideStoneMm",
    value: size,
    maximum: Math.min(spec.bandWidthMm * 3, 0.35 * spec.innerDiameterMm),
    reason: "The side stones need a band they can stand on.",
  });
  const gem = cutGem("round", size, size);
  const bandBelowMm = gem.pavilionMm + SIDE_LIFT_MM;
  const gapMm = spec.head === "bezel" ? 2 * spec.bezelWallMm + 0.05 : PRONG_GAP_MM;
  const angleDeg = clearAngle(gem, bandBelowMm, centre, crestMm, gapMm);
  requireWithin({
    field: isWide(centre) ? "stoneWidthMm" : "sideStoneMm",
    value: isWide(centre) ? centre.gem.sizeMm[1] : size,
    ...(angleDeg > MOST_ANGLE_DEG && { maximum: 0.6 * spec.innerDiameterMm }),
    reason: "Three stones of these sizes reach too far round the finger.",
  });
  const prongMm = Math.min(spec.prongWidthMm, Math.max(0.8, 0.26 * size));
  return [-1, 1].map((hand) => ({
    name: hand < 0 ? "side-stone-left" : "side-stone-right",
    stone: spec.sideStone,
    gem,
    frame: frameOnRing(crestMm + bandBelowMm, (hand * angleDeg * Math.PI) / 180),
    angleRad: (hand * angleDeg * Math.PI) / 180,
    head: spec.head,
    anchors: prongAnchors("round", size, size, 4),
    prongMm,
    wallMm: spec.bezelWallMm,
    bandBelowMm,
  }));
}

const isWide = ({ gem }: SetStone) => gem.sizeMm[1] > 9;
