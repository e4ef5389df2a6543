import { prongAnchors } from "../../kernel/jewelry/anchors.ts";
import { frameOnRing, toOuter } from "../../kernel/jewelry/frame.ts";
import { cutGem, type Gem } from "../../kernel/jewelry/gem.ts";
import type { Vec3 } from "../../kernel/mesh.ts";
import type { SetStone } from "./plan-head.ts";
import { requireWithin } from "./rules.ts";
import type { RingSpec } from "./schema.ts";

/** A side stone's point above the band. */
const SIDE_LIFT_MM = 0.25;
/** Between the stones of neighbouring prong heads. */
const PRONG_GAP_MM = 0.45;
const MOST_ANGLE_DEG = 68;
const ANGLE_STEP_DEG = 0.5;

type Point = readonly [x: number, z: number];

/** A stone seen from the front: its table, girdle and point in the ring's plane. */
function silhouette(gem: Gem, radiusMm: number, angleRad: number): Point[] {
  const frame = frameOnRing(radiusMm, angleRad);
  const half = gem.sizeMm[1] / 2;
  const local: Vec3[] = [
    [half, 0, 0],
    [0.58 * half, 0, gem.crownMm],
    [-0.58 * half, 0, gem.crownMm],
    [-half, 0, 0],
    [0, 0, -gem.pavilionMm],
  ];
  return local.map((point): Point => {
    const [x, , z] = toOuter(frame, point);
    return [x, z];
  });
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

/** The least angle, degrees, at which the side stone stays clear of the centre: found from far to near. */
function clearAngle(gem: Gem, radiusMm: number, centre: SetStone, crestMm: number, gapMm: number) {
  const middle = silhouette(centre.gem, crestMm + centre.bandBelowMm, 0);
  let angle = 90;
  while (angle > 0) {
    const side = silhouette(gem, radiusMm, ((angle - ANGLE_STEP_DEG) * Math.PI) / 180);
    if (apart(middle, side) < gapMm) break;
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
  const angleDeg = clearAngle(gem, crestMm + bandBelowMm, centre, crestMm, gapMm);
  requireWithin({
    field: isWide(centre) ? "stoneWidthMm" : "sideStoneMm",
    value: isWide(centre) ? centre.gem.sizeMm[1] : size,
    ...(angleDeg > MOST_ANGLE_DEG && { maximum: 0.6 * spec.innerDiameterMm }),
    reason: "Three stones of these sizes reach too far round the finger.",
  });
  const prongMm = Math.min(spec.prongWidthMm, Math.max(0.8, 0.24 * size));
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
