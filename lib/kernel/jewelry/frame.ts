import type { Vec3 } from "../mesh.ts";
import { add, dot, scale, subtract } from "./vector.ts";

/** Where something stands: an origin and three right-handed unit axes. A stone's z is its table's normal. */
export interface Frame {
  origin: Vec3;
  x: Vec3;
  y: Vec3;
  z: Vec3;
}

/** The frame at `radiusMm` from the finger's axis, turned `angleRad` from the top (+Z) towards +X. */
export function frameOnRing(radiusMm: number, angleRad: number): Frame {
  const sin = Math.sin(angleRad);
  const cos = Math.cos(angleRad);
  return {
    origin: [radiusMm * sin, 0, radiusMm * cos],
    x: [cos, 0, -sin],
    y: [0, 1, 0],
    z: [sin, 0, cos],
  };
}

/** `inner`, given in the coordinates of `outer`, in the coordinates `outer` is given in. */
export function nest(outer: Frame, inner: Frame): Frame {
  return {
    origin: toOuter(outer, inner.origin),
    x: turnOut(outer, inner.x),
    y: turnOut(outer, inner.y),
    z: turnOut(outer, inner.z),
  };
}

/** A point of the frame's own coordinates in the outer ones. */
export function toOuter(frame: Frame, point: Vec3): Vec3 {
  return add(frame.origin, turnOut(frame, point));
}

/** A frame given in outer coordinates, in the coordinates of `frame` itself. */
export function within(frame: Frame, other: Frame): Frame {
  const turnIn = (v: Vec3): Vec3 => [dot(frame.x, v), dot(frame.y, v), dot(frame.z, v)];
  return {
    origin: turnIn(subtract(other.origin, frame.origin)),
    x: turnIn(other.x),
    y: turnIn(other.y),
    z: turnIn(other.z),
  };
}

/** A direction of the frame's own coordinates in the outer ones. */
export function turnOut(frame: Frame, direction: Vec3): Vec3 {
  const along = add(scale(frame.x, direction[0]), scale(frame.y, direction[1]));
  return add(along, scale(frame.z, direction[2]));
}

/** Column-major 4 × 4 matrix from the frame's own coordinates to the outer ones, as manifold-3d takes it. */
export function toMatrix({ x, y, z, origin }: Frame) {
  // biome-ignore format: one column a line
  return [
    x[0], x[1], x[2], 0,
    y[0], y[1], y[2], 0,
    z[0], z[1], z[2], 0,
    origin[0], origin[1], origin[2], 1,
  ] satisfies number[] as Matrix;
}

type Matrix = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];
