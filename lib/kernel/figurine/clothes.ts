import { blend, common, cut, grown, halfSpace, join, posed, raised } from "../implicit/combine.ts";
import { ellipsoid, limb, roundedBox, torus, turned } from "../implicit/primitives.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import type { Point2 } from "../solid/kernel.ts";
import {
  armShape,
  footFrame,
  handShape,
  legShape,
  neckShape,
  openEnd,
  shoeShapes,
  sleeveShape,
  trouserShape,
  trunk,
} from "./body.ts";
import { between, frameAlong, UP } from "./frame.ts";
import { frontOf } from "./head.ts";
import { bodyPart, type Colour, type Detail, type FigurePart, type Patch } from "./parts.ts";
import { POSES } from "./poses.ts";
import type { Bend, Skeleton } from "./skeleton.ts";

/** What lies below or above a height. */
export const below = (z: number): Shape => halfSpace([0, 0, z], UP);
export const above = (z: number): Shape => halfSpace([0, 0, z], [0, 0, -1]);

/** The slice of a shape between two heights, its skin raised: a belt, a hem, a stripe. */
export function band(shape: Shape, low: number, high: number, by: number): Shape {
  const middle = (low + high) / 2;
  const slab = roundedBox([0, 0, middle], [200, 200, (high - low) / 2], Math.min(by, 0.5));
  return common(grown(shape, by), slab, Math.min(0.5, by));
}

/** A rolled end of cloth around a limb at a share `reach` of its last part. */
export function cuff({ joint, end, along }: Bend, reach: number, radius: number, wire: number) {
  return posed(
    torus([0, 0, 0], radius - wire * 0.5, wire),
    frameAlong(between(joint, end, reach), along, [0.3, -1, 0.2]),
  );
}

/** The skin's own parts: both hands and the neck; `glove` covers the hands. */
export function bareParts(s: Skeleton, skin: Colour, glove?: Colour): FigurePart[] {
  const { hands } = POSES[s.pose];
  return [
    bodyPart("neck", skin, neckShape(s)),
    ...s.arms.map((arm, i) =>
      bodyPart(
        i === 0 ? "right-hand" : "left-hand",
        glove ?? skin,
        handShape(s, arm, hands[i]!),
        0.55,
      ),
    ),
  ];
}

/** The finest detail of a body: its fingers. */
export const fingerDetail = (s: Skeleton): Detail => ({
  what: "A finger",
  size: s.armRadius * 0.62,
  at: s.arms[1].end,
});

/** Both arms as skin, from the shoulder. */
export const bareArms = (s: Skeleton, skin: Colour): FigurePart[] =>
  s.arms.map((arm, i) => bodyPart(i === 0 ? "right-arm" : "left-arm", skin, armShape(s, arm)));

/** Both legs as skin, from the hip. */
export const bareLegs = (s: Skeleton, skin: Colour): FigurePart[] => [
  bodyPart("legs", skin, join(s.legs.map((leg) => legShape(s, leg)))),
];

export interface TopOptions {
  /** How much thicker than the body. */
  extra: number;
  /** Share of the forearm a long sleeve covers; `short` ends above the elbow, `none` at the shoulder. */
  sleeves: number | "short" | "none";
  hemZ: number;
  /** Of the sleeves, over the arm. */
  sleeveExtra?: number;
}

/** A shirt, sweater, jersey or jacket. */
export function topShape(
  s: Skeleton,
  { extra, sleeves, hemZ, sleeveExtra = extra }: TopOptions,
): Shape {
  const torso = cut(grown(trunk(s), extra), [below(hemZ)], 0.8);
  if (sleeves === "none") return torso;
  const arms = s.arms.map((arm) =>
    sleeves === "short"
      ? shortSleeve(s, arm, sleeveExtra)
      : openEnd(armShape(s, arm, sleeveExtra, sleeves), arm, sleeves),
  );
  return blend(2.6, [torso, ...arms]);
}

/** A sleeve cut straight across above the elbow. */
function shortSleeve(s: Skeleton, arm: Bend, extra: number): Shape {
  const upper: Bend = { ...arm, end: arm.joint, joint: arm.root, along: alongUpper(arm) };
  return openEnd(sleeveShape(s, arm, extra, 1), upper, 0.84);
}

function alongUpper({ root, joint }: Bend): Vec3 {
  const length = Math.hypot(joint[0] - root[0], joint[1] - root[1], joint[2] - root[2]) || 1;
  return [
    (joint[0] - root[0]) / length,
    (joint[1] - root[1]) / length,
    (joint[2] - root[2]) / length,
  ];
}

/** The roll of cloth around the neck. */
export const collar = (s: Skeleton, wire: number, lift = 0): Shape =>
  torus([0, 0.7, s.shoulderZ + 1.1 + lift], s.neckRadius * 1.06 + wire * 0.45, wire);

/** Creases of cloth at the waist and where limbs bend: a faint horizontal wave. */
export const creased = (shape: Shape, high: number): Shape =>
  raised(shape, high, (x, y, z) => high * 0.5 * (1 + Math.sin(z * 0.9 + x * 0.35 + y * 0.2)) * 0.6);

/** Trousers with turned-up ends. */
export function trousers(s: Skeleton, colour: Colour, extra = 0.2): FigurePart[] {
  const ends = s.legs.map((leg) => cuff(leg, 0.93, s.legRadius * 0.9 + extra, 0.75));
  return [
    bodyPart("trousers", colour, trouserShape(s, extra)),
    bodyPart("turn-ups", colour, join(ends), 0.8),
  ];
}

/** Shorts that end above the knee. */
export function shorts(s: Skeleton, colour: Colour): FigurePart {
  const legs = s.legs.map((leg) => {
    const upper: Bend = { ...leg, joint: leg.root, end: leg.joint, along: alongUpper(leg) };
    const r = s.legRadius * 1.2;
    return openEnd(limb(leg.root, leg.joint, r, r * 1.02), upper, 0.8);
  });
  const high = s.shoulderZ - s.crotchZ;
  const hips = ellipsoid(
    [0, 0.2, s.crotchZ + high * 0.14],
    [s.hips.wide + 0.3, s.hips.deep + 0.3, high * 0.26],
  );
  return bodyPart("shorts", colour, blend(3, [hips, ...legs]));
}

/** Shoes with soles; a toe cap, laces or boots are added by who wants them. */
export function shoes(s: Skeleton, colour: Colour, sole: Colour): FigurePart[] {
  const pairs = s.legs.map((leg) => shoeShapes(s, leg));
  return [
    bodyPart("shoes", colour, join(pairs.map(({ upper }) => upper)), 0.8),
    bodyPart("soles", sole, join(pairs.map((pair) => pair.sole)), 0.7),
  ];
}

/** Laces across the instep of both shoes. */
export function laces(s: Skeleton, colour: Colour): FigurePart {
  const r = s.legRadius;
  const lace = (y: number, z: number) => limb([-r * 0.36, y, z], [r * 0.36, y, z], 0.42);
  const bow = join([lace(-r * 0.72, 1.7 + r * 0.66), lace(-r * 0.42, 1.9 + r * 0.84)]);
  return bodyPart("laces", colour, join(s.legs.map((leg) => posed(bow, footFrame(s, leg)))), 0.5);
}

/** Boots: shoes with a shaft up to a share of the shin. */
export function boots(s: Skeleton, colour: Colour, sole: Colour, topReach: number): FigurePart[] {
  const shafts = s.legs.map((leg) => {
    const top = between(leg.joint, leg.end, 1 - topReach);
    return limb(top, between(leg.joint, leg.end, 1.05), s.legRadius * 1.04, s.legRadius * 0.92);
  });
  const rims = s.legs.map((leg) => cuff(leg, 1 - topReach, s.legRadius * 1.1, 0.8));
  const flat = shafts.map((shaft, i) => {
    const leg = s.legs[i]!;
    return cut(shaft, [halfSpace(between(leg.joint, leg.end, 1 - topReach), leg.along)], 0.4);
  });
  return [
    ...shoes(s, colour, sole),
    bodyPart("boot-shafts", colour, join([...flat, ...rims]), 0.8),
  ];
}

/** A round button of cloth or brass on a surface, in front at (x, z). */
export function button(onto: Shape, x: number, z: number, size: number): Shape {
  const y = frontOf(onto, x, z) ?? onto.box.min[1];
  return ellipsoid([x, y, z], [size, size * 0.55, size]);
}

/** A patch of colour on the front of a body's garment. */
export const patch = (
  name: string,
  colour: Colour,
  outline: readonly Point2[],
  onto: Shape,
  raise: number,
): Patch => ({
  ...{ name, colour, outline, onto, raise },
  half: "body",
  root: 0.9,
});

/** A cord through points. */
export const cord = (points: readonly Vec3[], radius: number): Shape =>
  join(points.slice(1).map((to, i) => limb(points[i]!, to, radius)));

/** A cord that lies on the front of a surface along points (x, z). */
export function cordOn(onto: Shape, points: readonly Point2[], radius: number): Shape {
  return cord(
    points.map(([x, z]): Vec3 => [x, (frontOf(onto, x, z) ?? onto.box.min[1]) - radius * 0.2, z]),
    radius,
  );
}

export interface SkirtOptions {
  topZ: number;
  endZ: number;
  top: readonly [wide: number, deep: number];
  end: readonly [wide: number, deep: number];
  folds: number;
  foldDepth: number;
  /** Above 1 the skirt flares late like a trumpet, below 1 early like a bell. */
  bow: number;
}

/** A skirt or gown with folds that grow to the hem. */
export function skirt({ topZ, endZ, top, end, folds, foldDepth, bow }: SkirtOptions): Shape {
  return turned([0, 0.2], [endZ, topZ], Math.max(...top, ...end) + foldDepth, (z, x, y) => {
    const t = (topZ - z) / (topZ - endZ);
    const grow = t ** bow;
    const wide = top[0] + (end[0] - top[0]) * grow;
    const deep = top[1] + (end[1] - top[1]) * grow;
    const angle = Math.atan2(y, x);
    const c = Math.cos(angle);
    const n = Math.sin(angle);
    const radius = (wide * deep) / Math.sqrt((deep * c) ** 2 + (wide * n) ** 2);
    const wave = Math.sin(folds * angle) + 0.35 * Math.sin(folds * 2 * angle + 1.3);
    return radius + (foldDepth * grow * wave) / 1.35;
  });
}
