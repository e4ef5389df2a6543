import type { Vec3 } from "../mesh.ts";
import { type ArmAngles, type LegAngles, POSES, type PoseId } from "./poses.ts";

/**
 * A figure's frame is in hundredths of its standing height from the ground to the crown, Z up, front −Y,
 * its left hand at +X; the fused figure is scaled to millimetres last.
 */
export interface Proportions {
  /** Figure height ÷ head height: 3 is a toy's, 6 is near life. */
  headRatio: number;
  /** 0 slim, 0.5 average, 1 stocky. */
  build: number;
  pose: PoseId;
}

/** A bent limb: shoulder, elbow, wrist, or hip, knee, ankle. */
export interface Bend {
  side: -1 | 1;
  root: Vec3;
  joint: Vec3;
  end: Vec3;
  /** Unit vector along its last part. */
  along: Vec3;
}

export interface Skeleton {
  pose: PoseId;
  /** 0 for a head ratio of 3, 1 for 6. */
  slender: number;
  build: number;
  chinZ: number;
  headHigh: number;
  shoulderZ: number;
  waistZ: number;
  crotchZ: number;
  /** Half widths and depths of the trunk. */
  chest: { wide: number; deep: number };
  hips: { wide: number; deep: number };
  neckRadius: number;
  armRadius: number;
  legRadius: number;
  soleZ: number;
  arms: readonly [right: Bend, left: Bend];
  legs: readonly [right: Bend, left: Bend];
  /** Height of the seat a sitting figure sits on; 0 while it stands. */
  seatZ: number;
}

const radians = (deg: number) => (deg * Math.PI) / 180;
export const mix = (a: number, b: number, t: number) => a + (b - a) * t;

/** Down, swung sideways by `outDeg` away from the body and `forwardDeg` to the front. */
function direction(side: -1 | 1, outDeg: number, forwardDeg: number): Vec3 {
  const out = radians(outDeg);
  const forward = radians(forwardDeg);
  return [
    side * Math.sin(out),
    -Math.cos(out) * Math.sin(forward),
    -Math.cos(out) * Math.cos(forward),
  ];
}

const along = (from: Vec3, by: Vec3, length: number): Vec3 => [
  from[0] + by[0] * length,
  from[1] + by[1] * length,
  from[2] + by[2] * length,
];

function bend(
  side: -1 | 1,
  root: Vec3,
  lengths: readonly [number, number],
  [upperOut, upperForward, lowerOut, lowerForward]: ArmAngles | LegAngles,
): Bend {
  const joint = along(root, direction(side, upperOut, upperForward), lengths[0]);
  const last = direction(side, lowerOut, lowerForward);
  return { side, root, joint, end: along(joint, last, lengths[1]), along: last };
}

/** Heights and widths of a body standing upright. */
function bodyOf({ headRatio, build }: Proportions) {
  const slender = Math.min(1, Math.max(0, (headRatio - 3) / 3));
  const headHigh = 100 / headRatio;
  const chinZ = 100 - headHigh;
  const shoulderZ = chinZ - mix(4.6, 6.4, slender);
  const crotchZ = chinZ * mix(0.4, 0.5, slender);
  const broad = mix(0.86, 1.2, build);
  return {
    slender,
    build,
    headHigh,
    chinZ,
    shoulderZ,
    crotchZ,
    waistZ: mix(crotchZ, shoulderZ, 0.42),
    chest: { wide: mix(11.2, 10.8, slender) * broad, deep: mix(8.2, 6.8, slender) * broad },
    hips: { wide: mix(11, 9.6, slender) * broad, deep: mix(8.3, 7, slender) * broad },
    neckRadius: mix(5.2, 3.6, slender),
    armRadius: mix(4.2, 2.9, slender) * mix(0.92, 1.12, build),
    legRadius: mix(5.6, 4.2, slender) * mix(0.92, 1.12, build),
  };
}

/** Joints of a figure in a pose. */
export function skeletonOf(proportions: Proportions): Skeleton {
  const body = bodyOf(proportions);
  const pose = POSES[proportions.pose];
  const soleZ = mix(5.6, 4.4, body.slender);
  const thigh = (body.crotchZ + 3 - soleZ) * 0.5;
  const drop = pose.isSitting ? thigh * 0.86 : 0;
  const lowered = (z: number) => z - drop;
  const shoulderX = body.chest.wide - body.armRadius * 0.32;
  const shoulder = lowered(body.shoulderZ) - body.armRadius * 0.72;
  const reach = (body.shoulderZ - body.crotchZ) * mix(0.47, 0.5, body.slender);
  const hipX = body.hips.wide * 0.53;
  const arm = (side: -1 | 1, angles: ArmAngles) =>
    bend(side, [side * shoulderX, 0.4, shoulder], [reach, reach * 0.94], angles);
  const leg = (side: -1 | 1, angles: LegAngles) =>
    bend(side, [side * hipX, 0, lowered(body.crotchZ) + 3], [thigh, thigh], angles);
  return {
    ...body,
    pose: proportions.pose,
    chinZ: lowered(body.chinZ),
    shoulderZ: lowered(body.shoulderZ),
    waistZ: lowered(body.waistZ),
    crotchZ: lowered(body.crotchZ),
    soleZ,
    seatZ: pose.isSitting ? lowered(body.crotchZ) - body.legRadius * 0.55 : 0,
    arms: [arm(-1, pose.arms[0]), arm(1, pose.arms[1])],
    legs: [leg(-1, pose.legs[0]), leg(1, pose.legs[1])],
  };
}
