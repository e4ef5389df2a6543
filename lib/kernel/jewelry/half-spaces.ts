import type { Vec3 } from "../mesh.ts";
import { add, cross, dot, scale, subtract, unit } from "./vector.ts";

/** A half-space: inside is normal · p ≤ offset. The normal has length 1. */
export interface Plane {
  normal: Vec3;
  offset: number;
}

/** One flat face of a convex solid, counter-clockwise seen from outside. */
export interface Facet extends Plane {
  loop: Vec3[];
}

const ON_PLANE_MM = 1e-9;
/** Corners nearer than this are one corner: facets that should meet in a point miss it by rounding. */
const WELD_MM = 2e-4;

/** The plane through three points with `inside` on its inner side. */
export function planeThrough(a: Vec3, b: Vec3, c: Vec3, inside: Vec3): Plane {
  const normal = unit(cross(subtract(b, a), subtract(c, a)));
  const offset = dot(normal, a);
  return dot(normal, inside) <= offset
    ? { normal, offset }
    : { normal: scale(normal, -1), offset: -offset };
}

function startSquare({ normal, offset }: Plane, reachMm: number): Vec3[] {
  const across = unit(cross(normal, Math.abs(normal[0]) > 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const up = cross(normal, across);
  const centre = scale(normal, offset);
  const corner = (s: number, t: number) =>
    add(centre, add(scale(across, s * reachMm), scale(up, t * reachMm)));
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

function clip(loop: Vec3[], plane: Plane): Vec3[] {
  const kept: Vec3[] = [];
  for (let i = 0; i < loop.length; i++) {
    const here = loop[i]!;
    const next = loop[(i + 1) % loop.length]!;
    const above = dot(plane.normal, here) - plane.offset;
    const nextAbove = dot(plane.normal, next) - plane.offset;
    if (above <= ON_PLANE_MM) kept.push(here);
    const crosses =
      (above < -ON_PLANE_MM && nextAbove > ON_PLANE_MM) ||
      (above > ON_PLANE_MM && nextAbove < -ON_PLANE_MM);
    if (crosses) kept.push(add(here, scale(subtract(next, here), above / (above - nextAbove))));
  }
  return kept;
}

/** The faces of the solid common to all half-spaces, mm; planes that touch nothing give no face. */
export function intersectHalfSpaces(planes: readonly Plane[], reachMm: number): Facet[] {
  const facets: Facet[] = [];
  for (const plane of planes) {
    let loop = startSquare(plane, reachMm);
    for (const other of planes) {
      if (other !== plane && loop.length > 0) loop = clip(loop, other);
    }
    if (loop.length >= 3) facets.push({ ...plane, loop });
  }
  return weld(facets);
}

/** Gives facets that meet in a point exactly the same point, and drops those that vanish by it. */
function weld(facets: Facet[]): Facet[] {
  const corners: Vec3[] = [];
  const find = (point: Vec3): Vec3 => {
    for (const known of corners) {
      const [x, y, z] = subtract(known, point);
      if (x * x + y * y + z * z < WELD_MM * WELD_MM) return known;
    }
    corners.push(point);
    return point;
  };
  return facets.flatMap((facet) => {
    const loop = facet.loop.map(find).filter((point, i, all) => point !== all.at(i - 1));
    return loop.length >= 3 ? [{ ...facet, loop }] : [];
  });
}

/** Volume of a closed solid given by its faces, mm³. */
export function volumeOf(facets: readonly Facet[]): number {
  let sum = 0;
  for (const { loop } of facets) {
    for (let i = 2; i < loop.length; i++) sum += dot(loop[0]!, cross(loop[i - 1]!, loop[i]!));
  }
  return sum / 6;
}
