import type { Pose } from "../implicit/combine.ts";
import type { Vec3 } from "../mesh.ts";

export const UP: Vec3 = [0, 0, 1];
export const FRONT: Vec3 = [0, -1, 0];

export const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export function unit([x, y, z]: Vec3): Vec3 {
  const length = Math.sqrt(x * x + y * y + z * z) || 1;
  return [x / length, y / length, z / length];
}

/** `from` moved by `by` × `length`. */
export const step = (from: Vec3, by: Vec3, length: number): Vec3 => [
  from[0] + by[0] * length,
  from[1] + by[1] * length,
  from[2] + by[2] * length,
];

/** Between two places: `a` at 0, `b` at 1. */
export const between = (a: Vec3, b: Vec3, t: number): Vec3 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

/** A frame whose z points along `along` and whose x points as far towards `towards` as that allows. */
export function frameAlong(origin: Vec3, along: Vec3, towards: Vec3): Pose {
  const z = unit(along);
  const lean = dot(towards, z);
  const flat = step(towards, z, -lean);
  const x = Math.abs(lean) > 0.98 ? unit(cross(z, [0.3, 0.9, 0.3])) : unit(flat);
  return { origin, x, y: cross(z, x), z };
}

/** A frame standing upright, turned about z so that its front looks `deg` degrees to the figure's left. */
export function turnedFrame(origin: Vec3, deg: number): Pose {
  const a = (deg * Math.PI) / 180;
  return { origin, x: [Math.cos(a), Math.sin(a), 0], y: [-Math.sin(a), Math.cos(a), 0], z: UP };
}
