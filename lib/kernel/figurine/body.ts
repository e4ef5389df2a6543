import { blend, cut, grown, halfSpace, join, posed } from "../implicit/combine.ts";
import { ellipsoid, limb, pad } from "../implicit/primitives.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import { FRONT, frameAlong, turnedFrame, UP } from "./frame.ts";
import type { HandShape } from "./poses.ts";
import { type Bend, mix, type Skeleton } from "./skeleton.ts";

/** The trunk from crotch to shoulders, without limbs and neck. */
export function trunk(s: Skeleton): Shape {
  const high = s.shoulderZ - s.crotchZ;
  const { chest, hips } = s;
  return blend(high * 0.3, [
    ellipsoid([0, 0.2, s.crotchZ + high * 0.63], [chest.wide, chest.deep, high * 0.385]),
    ellipsoid([0, 0.2, s.crotchZ + high * 0.2], [hips.wide, hips.deep, high * 0.3]),
    limb(
      [-chest.wide * 0.52, 0.6, s.shoulderZ - high * 0.13],
      [chest.wide * 0.52, 0.6, s.shoulderZ - high * 0.13],
      high * 0.12,
    ),
  ]);
}

/** One arm from shoulder to a share `reach` of the forearm, `extra` thicker than bare. */
export function armShape(s: Skeleton, arm: Bend, extra = 0, reach = 1): Shape {
  const r = s.armRadius + extra;
  const end: Vec3 = [
    mix(arm.joint[0], arm.end[0], reach),
    mix(arm.joint[1], arm.end[1], reach),
    mix(arm.joint[2], arm.end[2], reach),
  ];
  return blend(1.6, [
    limb(arm.root, arm.joint, r * 1.06, r * 0.93),
    limb(arm.joint, end, r * 0.93, r * 0.84),
  ]);
}

/** An upper arm alone down to a share `reach` of it: a short sleeve. */
export function sleeveShape(s: Skeleton, arm: Bend, extra: number, reach: number): Shape {
  const r = s.armRadius + extra;
  const end: Vec3 = [
    mix(arm.root[0], arm.joint[0], reach),
    mix(arm.root[1], arm.joint[1], reach),
    mix(arm.root[2], arm.joint[2], reach),
  ];
  return limb(arm.root, end, r * 1.06, r);
}

/** One leg from hip to a share `reach` of the shin, `extra` thicker than bare. */
export function legShape(s: Skeleton, leg: Bend, extra = 0, reach = 1): Shape {
  const r = s.legRadius + extra;
  const end: Vec3 = [
    mix(leg.joint[0], leg.end[0], reach),
    mix(leg.joint[1], leg.end[1], reach),
    mix(leg.joint[2], leg.end[2], reach),
  ];
  return blend(1.6, [
    limb(leg.root, leg.joint, r * 1.1, r * 0.96),
    limb(leg.joint, end, r * 0.96, r * 0.86),
  ]);
}

/** Hips and both legs, cut off at the ankles. */
export function trouserShape(s: Skeleton, extra = 0, reach = 0.98): Shape {
  const high = s.shoulderZ - s.crotchZ;
  const hips = ellipsoid(
    [0, 0.2, s.crotchZ + high * 0.14],
    [s.hips.wide + extra, s.hips.deep + extra, high * 0.26],
  );
  const [right, left] = s.legs.map((leg) => openEnd(legShape(s, leg, extra, reach), leg, reach));
  return blend(3.4, [hips, join([right!, left!])]);
}

/** A limb's shape cut flat at a share `reach` of its last part, as cloth ends at a hem. */
export function openEnd(shape: Shape, { joint, end, along }: Bend, reach: number): Shape {
  const at: Vec3 = [
    mix(joint[0], end[0], reach),
    mix(joint[1], end[1], reach),
    mix(joint[2], end[2], reach),
  ];
  const beyond = halfSpace(at, [-along[0], -along[1], -along[2]]);
  return cut(shape, [beyond], 0.7);
}

/** The neck from within the trunk into the head. */
export const neckShape = (s: Skeleton): Shape =>
  limb(
    [0, 0.8, s.shoulderZ - 4],
    [0, 0.2, s.chinZ + s.headHigh * 0.2],
    s.neckRadius * 1.08,
    s.neckRadius,
  );

const isForward = (direction: Vec3) => Math.abs(direction[1]) > 0.72;

/** Where a hand's thumb points: forward, or up where the forearm itself points forward. */
const thumbOf = ({ along }: Bend): Vec3 => (isForward(along) ? UP : FRONT);

/** The middle of the palm. */
export const palmOf = (s: Skeleton, { end, along }: Bend): Vec3 => [
  end[0] + along[0] * s.armRadius * 0.75,
  end[1] + along[1] * s.armRadius * 0.75,
  end[2] + along[2] * s.armRadius * 0.75,
];

/** Fingers side by side as four rounded ridges that end in one mitten, and a thumb. */
function openHand(r: number): Shape {
  const finger = (offset: number, length: number) =>
    limb([offset, -0.05 * r, 0.5 * r], [offset * 0.9, -0.3 * r, length], 0.36 * r, 0.31 * r);
  return blend(0.22 * r, [
    ellipsoid([0, 0, 0.1 * r], [0.92 * r, 0.6 * r, 0.95 * r]),
    finger(0.63 * r, 1.42 * r),
    finger(0.21 * r, 1.6 * r),
    finger(-0.21 * r, 1.52 * r),
    finger(-0.62 * r, 1.25 * r),
    limb([0.6 * r, 0, 0], [1.28 * r, -0.25 * r, 0.72 * r], 0.4 * r, 0.33 * r),
  ]);
}

/** A closed hand: a palm with four knuckled fingers wrapped around what it holds along its x axis. */
function fist(r: number): Shape {
  const finger = (offset: number) =>
    limb([offset, 0.3 * r, 0.92 * r], [offset, -0.72 * r, 0.5 * r], 0.33 * r, 0.3 * r);
  return blend(0.24 * r, [
    ellipsoid([0, 0, 0.22 * r], [0.98 * r, 0.86 * r, 0.95 * r]),
    ...[-0.66, -0.22, 0.22, 0.66].map((offset) => finger(offset * r)),
    limb([0.75 * r, -0.2 * r, 0], [0.5 * r, -0.95 * r, 0.5 * r], 0.34 * r, 0.3 * r),
  ]);
}

/** A hand at the end of an arm, its palm turned to the body. */
export function handShape(s: Skeleton, arm: Bend, hand: HandShape): Shape {
  const frame = frameAlong(palmOf(s, arm), arm.along, thumbOf(arm));
  // The palm looks along −y of the frame: towards the body, whichever side it is.
  const isRight = arm.side < 0;
  const pose = isRight ? frame : { ...frame, y: frame.y.map((v) => -v) as unknown as Vec3 };
  const r = s.armRadius * 0.98;
  // The wrist reaches into the sleeve, which ends before the hand.
  const wrist = limb([0, 0, -1.9 * r], [0, 0, 0], 0.66 * r, 0.62 * r);
  return posed(blend(0.5 * r, [hand === "open" ? openHand(r) : fist(r), wrist]), pose);
}

/** Degrees a foot turns outwards. */
const TOES_OUT_DEG = 11;

/** The frame of a foot: its origin below the ankle on the foot's sole, front −y. */
export function footFrame(s: Skeleton, leg: Bend) {
  const lift = Math.max(0, leg.end[2] - s.soleZ);
  return turnedFrame([leg.end[0], leg.end[1], lift], leg.side * TOES_OUT_DEG);
}

/** A shoe's sole and upper around a foot; `round` shortens and rounds the toe. */
export function shoeShapes(s: Skeleton, leg: Bend): { sole: Shape; upper: Shape } {
  const r = s.legRadius;
  const frame = footFrame(s, leg);
  const soleHigh = 1.7;
  const toe = -r * 1.28;
  const sole = pad(
    [
      [0, toe * 0.8],
      [0, r * 0.28],
    ],
    [r * 0.98, r * 0.86],
    [0, soleHigh],
    0.55,
  );
  const upper = blend(1.8, [
    ellipsoid([0, toe * 0.74, soleHigh + 0.3], [r * 0.9, r * 1.06, r * 0.66]),
    ellipsoid([0, r * 0.2, soleHigh + 0.8], [r * 0.82, r * 0.86, r * 0.86]),
    limb([0, r * 0.04, soleHigh], [0, 0, s.soleZ + 1.4], r * 0.78),
  ]);
  const ground = halfSpace([0, 0, soleHigh - 0.5], UP);
  return { sole: posed(sole, frame), upper: posed(cut(upper, [ground]), frame) };
}

/** A skin laid over a shape. */
export const over = (shape: Shape, by: number): Shape => grown(shape, by);
