import { blend, common, cut, grown, join, posed } from "../implicit/combine.ts";
import { ball, drum, ellipsoid, limb, roundedBox, sheet } from "../implicit/primitives.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import { footFrame, palmOf } from "./body.ts";
import { between, frameAlong, step, unit } from "./frame.ts";
import { bodyPart, type Colour, type FigurePart } from "./parts.ts";
import type { Skeleton } from "./skeleton.ts";

/** Directions of the twelve corners of an icosahedron. */
const CORNERS: readonly Vec3[] = (() => {
  const g = (1 + Math.sqrt(5)) / 2;
  return [-1, 1].flatMap((a) =>
    [-g, g].flatMap((b): Vec3[] => [unit([0, a, b]), unit([a, b, 0]), unit([b, 0, a])]),
  );
})();

/** A football: white with twelve dark patches. */
export function football(at: Vec3, radius: number): FigurePart[] {
  const body = ball(at, radius);
  const spots = CORNERS.map((corner) => ball(step(at, corner, radius), radius * 0.36));
  const dark = common(grown(body, 0.16), join(spots));
  return [bodyPart("ball", "#f4f3ef", body, 0.8), bodyPart("ball-patches", "#20242b", dark, 0.6)];
}

/** Roses in a bunch around `at`, held from below. */
export function bouquet(at: Vec3, size: number, blossom: Colour): FigurePart[] {
  const spots: Vec3[] = [
    [0, -0.9, 0.5],
    [0.8, -0.4, 0.3],
    [-0.8, -0.4, 0.3],
    [0.4, -0.2, 0.9],
    [-0.4, -0.2, 0.9],
    [0.5, -0.9, -0.2],
    [-0.5, -0.9, -0.2],
    [0.95, 0.1, 0.7],
    [-0.95, 0.1, 0.7],
    [0, 0.2, 1.2],
  ];
  const flower = (spot: Vec3) => ball(step(at, spot, size), size * 0.5);
  const rose = (spots: Vec3[]) => join(spots.map(flower));
  const leaves = join(
    [-1, -0.35, 0.35, 1].map((x) =>
      ellipsoid(
        [at[0] + x * size * 1.1, at[1] - size * 0.5, at[2] - size * 0.25],
        [size * 0.55, size * 0.5, size * 0.3],
      ),
    ),
  );
  const stems = limb(step(at, [0, 0.2, -1], size * 1.6), at, size * 0.42, size * 0.8);
  return [
    bodyPart("roses", blossom, rose(spots.filter((_, i) => i % 2 === 0)), 0.6),
    bodyPart("white-roses", "#fbf6ee", rose(spots.filter((_, i) => i % 2 === 1)), 0.6),
    bodyPart("leaves", "#4f8a4d", blend(0.6, [leaves, stems]), 0.7),
  ];
}

/** A bunch of flowers between hands that are close, else in the left hand. */
export function placedBouquet(s: Skeleton, blossom: Colour): FigurePart[] {
  const [right, left] = [palmOf(s, s.arms[0]), palmOf(s, s.arms[1])];
  const size = s.armRadius * 0.84;
  const isTogether = Math.abs(left[0] - right[0]) < s.armRadius * 3.4;
  const [x, y, z] = isTogether ? betweenHands(s) : left;
  return bouquet([x, y - size * 0.5, z + size * 0.9], size, blossom);
}

/** A ball on the ground that touches the right foot's toe. */
export function groundBall(s: Skeleton): FigurePart[] {
  const leg = s.legs[0];
  const radius = s.legRadius * 1.05;
  const { origin, y } = footFrame(s, leg);
  const toe = step(origin, y, -s.legRadius * 2.15);
  // Low enough to lie on the ground where the foot does, high enough to touch a foot in the air.
  const high = Math.max(radius - 0.2, origin[2] - radius * 0.35);
  return football([toe[0], toe[1] - radius * 0.55, high], radius);
}

/** Between both palms. */
export function betweenHands(s: Skeleton): Vec3 {
  return between(palmOf(s, s.arms[0]), palmOf(s, s.arms[1]), 0.5);
}

/** A rolled diploma with a ribbon in a hand. */
export function diploma(s: Skeleton, side: 0 | 1, ribbon: Colour): FigurePart[] {
  const palm = palmOf(s, s.arms[side]);
  const axis = unit([0.86 * (side === 1 ? 1 : -1), -0.2, 0.42]);
  const half = s.armRadius * 2.5;
  const roll = limb(step(palm, axis, -half), step(palm, axis, half), s.armRadius * 0.52);
  const knot = posed(
    drum([0, 0], s.armRadius * 0.64, -0.9, 0.9, 0.4),
    frameAlong(step(palm, axis, s.armRadius * 1.5), axis, [0, 0, 1]),
  );
  return [bodyPart("diploma", "#f6efdc", roll, 0.6), bodyPart("ribbon", ribbon, knot, 0.5)];
}

export interface CapeOptions {
  endZ: number;
  /** Half width at the hem. */
  wide: number;
  /** How far it stands off at the hem. */
  flow: number;
}

/** A cape from the shoulders with folds, blown a little to the back. */
export function cape(s: Skeleton, colour: Colour, { endZ, wide, flow }: CapeOptions): FigurePart[] {
  const topZ = s.shoulderZ + 0.6;
  const back = s.chest.deep * 0.62;
  const depthAt = (x: number, z: number) => {
    const t = (topZ - z) / (topZ - endZ);
    const round = 0.5 * s.chest.deep * (1 - Math.min(1, (x / (s.chest.wide * 1.25)) ** 2));
    const fold = 1.5 * t * Math.sin(x * 0.62 + 0.4) + 0.5 * t * Math.sin(x * 1.3);
    return (
      back * (1 - 0.25 * t) +
      round * (1 - 0.4 * t) +
      flow * t ** 1.4 +
      fold +
      1.1 * Math.sin(Math.PI * Math.min(1, t * 2.2))
    );
  };
  const cloth = sheet({
    lowMm: endZ,
    highMm: topZ,
    halfWidthAt: (z) =>
      s.chest.wide * 0.95 + (wide - s.chest.wide * 0.95) * ((topZ - z) / (topZ - endZ)) ** 0.8,
    reachMm: Math.max(wide, s.chest.wide) + 1,
    depthAt,
    depthMm: [-2, back + s.chest.deep + flow + 4],
    thickMm: 3.6,
  });
  const yoke = blend(2, [
    limb([-s.chest.wide * 0.78, 2.2, topZ - 1.2], [0, s.chest.deep * 0.72, topZ], 2.2),
    limb([s.chest.wide * 0.78, 2.2, topZ - 1.2], [0, s.chest.deep * 0.72, topZ], 2.2),
    limb(
      [-s.chest.wide * 0.78, 2.2, topZ - 1.2],
      [-s.neckRadius * 0.8, -s.neckRadius * 0.8, topZ - 0.4],
      1.8,
      1.2,
    ),
    limb(
      [s.chest.wide * 0.78, 2.2, topZ - 1.2],
      [s.neckRadius * 0.8, -s.neckRadius * 0.8, topZ - 0.4],
      1.8,
      1.2,
    ),
  ]);
  return [bodyPart("cape", colour, blend(2.4, [cloth, yoke]), 0.85)];
}

/** The guitar's own frame: x along its neck, y to its back, z across its strings. */
function guitarShapes(size: number) {
  const body = blend(size * 0.5, [flat([-0.55, 0], 1.06, size), flat([0.72, 0], 0.78, size)]);
  const neck = roundedBox(
    [2.6 * size, -0.1 * size, 0],
    [1.5 * size, 0.18 * size, 0.2 * size],
    0.1 * size,
  );
  const head = roundedBox(
    [4.3 * size, -0.06 * size, 0],
    [0.46 * size, 0.2 * size, 0.34 * size],
    0.12 * size,
  );
  const hole = faceDisc([0.42 * size, 0], 0.4 * size, -0.4 * size);
  const bridge = roundedBox(
    [-0.78 * size, -0.44 * size, 0],
    [0.14 * size, 0.14 * size, 0.5 * size],
    0.05 * size,
  );
  return { body, neck: join([neck, head]), hole, bridge };
}

/** A disc with rounded edges whose axis is the guitar's y. */
function flat([x, z]: readonly [number, number], radius: number, size: number): Shape {
  const disc = drum([0, 0], radius * size, -0.42 * size, 0.42 * size, 0.14 * size);
  return posed(disc, {
    origin: [x * size, 0, z * size],
    x: [1, 0, 0],
    y: [0, 0, 1],
    z: [0, -1, 0],
  });
}

function faceDisc([x, z]: readonly [number, number], radius: number, y: number): Shape {
  const disc = drum([0, 0], radius, -0.3, 0.5, 0.1);
  return posed(disc, { origin: [x, y, z], x: [1, 0, 0], y: [0, 0, 1], z: [0, -1, 0] });
}

/** A guitar in front of the body, its neck up to the figure's left. */
export function guitar(s: Skeleton, wood: Colour): FigurePart[] {
  const size = s.chest.wide * 0.72;
  const left = palmOf(s, s.arms[1]);
  const middle: Vec3 = [-s.chest.wide * 0.2, -s.chest.deep - size * 0.34, s.waistZ - 1.4];
  const x = unit([left[0] - middle[0], (left[1] - middle[1]) * 0.35, left[2] - middle[2]]);
  const frame = frameAlong(middle, x, [0, -1, 0]);
  // frameAlong gives z along the neck and x to the front; the guitar wants x along and −y to the front.
  const pose = {
    origin: middle,
    x: frame.z,
    y: frame.x.map((v) => -v) as unknown as Vec3,
    z: frame.y,
  };
  const { body, neck, hole, bridge } = guitarShapes(size);
  return [
    bodyPart("guitar", wood, posed(body, pose), 0.7),
    bodyPart("guitar-neck", "#4a2c1c", posed(join([neck, bridge]), pose), 0.6),
    bodyPart("sound-hole", "#241511", posed(hole, pose), 0.5),
  ];
}

/** A wooden spoon upright in a hand. */
export function spoon(s: Skeleton, side: 0 | 1): FigurePart[] {
  const palm = palmOf(s, s.arms[side]);
  const up: Vec3 = unit([0, -0.16, 1]);
  const r = s.armRadius;
  const top = step(palm, up, r * 3.1);
  const bowl = cut(
    ellipsoid(top, [r * 0.86, r * 0.45, r * 1.15]),
    [ellipsoid(step(top, [0, -1, 0], r * 0.42), [r * 0.56, r * 0.34, r * 0.8])],
    0.4,
  );
  return [
    bodyPart(
      "spoon",
      "#b98a55",
      blend(0.5, [limb(step(palm, up, -r * 1.5), top, r * 0.27), bowl]),
      0.55,
    ),
  ];
}

/** A clipboard held against the forearm. */
export function clipboard(s: Skeleton, side: 0 | 1): FigurePart[] {
  const palm = palmOf(s, s.arms[side]);
  const r = s.armRadius;
  const at: Vec3 = [palm[0], palm[1] - r * 0.2, palm[2] + r * 0.9];
  const frame = frameAlong(at, unit([0, -0.62, 0.8]), [1, 0, 0]);
  const board = posed(roundedBox([0, 0, 0], [r * 1.5, 0.75, r * 2], 0.4), frame);
  const sheetOfPaper = posed(
    roundedBox([0, 0.55, -r * 0.1], [r * 1.26, 0.55, r * 1.68], 0.2),
    frame,
  );
  const clip = posed(roundedBox([0, 0.7, r * 1.84], [r * 0.6, 0.8, r * 0.24], 0.2), frame);
  return [
    bodyPart("clipboard", "#8a5a34", board, 0.55),
    bodyPart("paper", "#fbfbf6", sheetOfPaper, 0.55),
    bodyPart("clip", "#8f979f", clip, 0.5),
  ];
}

/** What a sitting figure sits on. */
export function seat(s: Skeleton, colour: Colour): FigurePart[] {
  const wide = s.hips.wide + 3.4;
  const deep = s.hips.deep + 2.6;
  const cushion = roundedBox([0, 1.6, s.seatZ - 1.9], [wide, deep, 2.3], 1.7);
  const block = roundedBox(
    [0, 1.8, (s.seatZ - 3) / 2],
    [wide - 1, deep - 1, (s.seatZ - 3) / 2],
    1.2,
  );
  return [bodyPart("cushion", colour, cushion), bodyPart("seat", "#7a5638", block)];
}
