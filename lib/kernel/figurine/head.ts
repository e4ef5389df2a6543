import { blend, bothSides, cut, placed } from "../implicit/combine.ts";
import { ball, ellipsoid } from "../implicit/primitives.ts";
import type { Shape } from "../implicit/shape.ts";
import type { Vec3 } from "../mesh.ts";
import type { Skeleton } from "./skeleton.ts";

/**
 * The head's own frame: origin under the chin's middle, Z up, front −Y, the skull `HEAD_HIGH` tall. It is
 * laid over the body's frame by `onBody`.
 */
export const HEAD_HIGH = 36.6;

export type HeadShape = "round" | "oval" | "square" | "heart";
export type NoseShape = "button" | "soft" | "long";

export interface HeadLook {
  shape: HeadShape;
  nose: NoseShape;
}

/** Half widths of the skull and the jaw, and how far the jaw stands forward and down. */
const FORMS: Record<HeadShape, { skull: Vec3; jaw: Vec3; jawAt: Vec3; soft: number }> = {
  round: { skull: [16.2, 15.8, 16.4], jaw: [13.6, 12, 11.4], jawAt: [0, -2.2, 11.4], soft: 9 },
  oval: { skull: [14.9, 15.2, 16.4], jaw: [11.2, 11.4, 12.6], jawAt: [0, -2.4, 12.2], soft: 9 },
  square: { skull: [15.6, 15.4, 16.2], jaw: [14, 11.8, 11.6], jawAt: [0, -2.2, 11.2], soft: 7 },
  heart: { skull: [16.4, 15.8, 16.2], jaw: [10.6, 11, 12], jawAt: [0, -3, 11.9], soft: 11 },
};

const SKULL_AT: Vec3 = [0, 0.6, 20.2];

/** Corners of the jaw of a square head. */
const jawCorners = () => bothSides(ellipsoid([8.6, -2.6, 6.4], [4.4, 6.8, 4.6]));

/** The bare skull with its jaw: what the face is drawn on. */
export function faceShape({ shape }: HeadLook): Shape {
  const { skull, jaw, jawAt, soft } = FORMS[shape];
  const parts = [ellipsoid(SKULL_AT, skull), ellipsoid(jawAt, jaw)];
  return blend(soft, shape === "square" ? [...parts, jawCorners()] : parts);
}

/** Half of the head's width at the ears. */
export const earX = ({ shape }: HeadLook) => FORMS[shape].skull[0] - 0.5;

function noseShape({ nose }: HeadLook, tip: number): Shape {
  if (nose === "long") {
    return blend(1.6, [
      ellipsoid([0, tip - 0.4, 13.4], [1.9, 2.6, 1.9]),
      ellipsoid([0, tip + 0.6, 15.6], [1.2, 2, 3.2]),
    ]);
  }
  if (nose === "soft") return ellipsoid([0, tip, 13.6], [2.5, 2.2, 1.7]);
  return ball([0, tip - 0.1, 13.7], 1.75);
}

/** An ear with its hollow. */
function earShape(look: HeadLook): Shape {
  const x = earX(look);
  const shell = ellipsoid([x + 0.4, 1.2, 14.6], [2.3, 3.1, 4.2]);
  return cut(shell, [ellipsoid([x + 2.5, 0.2, 14.8], [1.4, 1.7, 2.5])], 0.8);
}

/** Where the front of a shape lies at (x, z): its y, marching from far in front; null where the ray misses. */
export function frontOf({ distance, box }: Shape, x: number, z: number): number | null {
  let y = box.min[1] - 0.5;
  for (let step = 0; step < 48 && y < box.max[1]; step++) {
    const left = distance(x, y, z);
    if (left < 0.002) return y;
    y += left;
  }
  return null;
}

/** Head without hair: skull, jaw, nose and ears, in the head's frame. */
export function headShape(look: HeadLook): Shape {
  const face = faceShape(look);
  const tip = (frontOf(face, 0, 13.6) ?? -15) - 0.5;
  return blend(2.2, [face, noseShape(look, tip), bothSides(earShape(look))]);
}

/** Scale and place of the head's frame in the body's. */
export function headPlace(s: Skeleton): { origin: Vec3; scale: number } {
  return { origin: [0, -0.4, s.chinZ - 0.6], scale: s.headHigh / HEAD_HIGH };
}

/** A shape of the head's frame laid into the body's. */
export function onBody(s: Skeleton, shape: Shape): Shape {
  const { origin, scale } = headPlace(s);
  return placed(shape, origin, scale);
}
