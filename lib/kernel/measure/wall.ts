import { type Bvh, buildBvh, type Hit, intersect } from "../bvh.ts";
import type { Mesh, Vec3 } from "../mesh.ts";
import { faceNormals } from "../solid/normals.ts";
import { weld } from "../solid/weld.ts";
import { samplePlaces } from "./sample.ts";
import { isInZones, type Zone } from "./zone.ts";

/** A wall between two faces that look away from each other. */
export interface Wall {
  thicknessMm: number;
  /** On one of its faces. */
  at: Vec3;
}

export interface WallOptions {
  /** Rays cast, default 4000. */
  samples?: number;
  /** Places that have rules of their own. */
  except?: readonly Zone[];
}

/** Faces are opposing when they are within 20° of parallel: beyond that they meet in an edge. */
const COS_OPPOSING = Math.cos((20 * Math.PI) / 180);
/** Faces within 1.5° of parallel do not run towards a common edge. */
const SIN_PARALLEL = Math.sin((1.5 * Math.PI) / 180);
/** A tapering wall that loses this much of itself before it ends is an edge, not a wall. */
const EDGE_LEFT = 0.25;
/** Rays start and end this far inside, so that a face does not meet itself. */
const SKIN_MM = 1e-4;
const FAR_MM = 1e6;
/** Thinnest samples that are followed to the nearest place between their faces. */
const FOLLOWED = 48;
const STEPS = 8;

interface Probe {
  bvh: Bvh;
  normals: Float32Array;
  hit: Hit;
}

/** One crossing of the solid: from a point on a triangle straight in to the face opposite. */
interface Crossing {
  from: number;
  to: number;
  t: number;
  x: number;
  y: number;
  z: number;
}

/** Straight in from a point of a triangle; null when no opposing face is met. */
function cross(probe: Probe, from: number, x: number, y: number, z: number): Crossing | null {
  const { bvh, normals, hit } = probe;
  const nx = normals[3 * from]!;
  const ny = normals[3 * from + 1]!;
  const nz = normals[3 * from + 2]!;
  if (nx === 0 && ny === 0 && nz === 0) return null;
  if (!intersect(bvh, x, y, z, -nx, -ny, -nz, SKIN_MM, FAR_MM, hit)) return null;
  const to = hit.triangle;
  const facing = -(nx * normals[3 * to]! + ny * normals[3 * to + 1]! + nz * normals[3 * to + 2]!);
  return facing < COS_OPPOSING ? null : { from, to, t: hit.t, x, y, z };
}

/**
 * True when the two faces run together into a sharp convex edge: seen from the middle of the crossing
 * the solid ends where the faces would meet, not before (a blunt end) nor after (a wall that goes on).
 */
function runsIntoEdge({ bvh, normals, hit }: Probe, { from, to, t, x, y, z }: Crossing): boolean {
  const nx = normals[3 * from]!;
  const ny = normals[3 * from + 1]!;
  const nz = normals[3 * from + 2]!;
  // The sum of outward normals points to the edge; its length is twice the sine of half the angle.
  let cx = nx + normals[3 * to]!;
  let cy = ny + normals[3 * to + 1]!;
  let cz = nz + normals[3 * to + 2]!;
  const length = Math.sqrt(cx * cx + cy * cy + cz * cz);
  if (length < SIN_PARALLEL) return false;
  cx /= length;
  cy /= length;
  cz /= length;
  const half = t / 2;
  const edgeMm = half / (length / 2);
  const isEnding = intersect(
    bvh,
    x - nx * half,
    y - ny * half,
    z - nz * half,
    cx,
    cy,
    cz,
    SKIN_MM,
    FAR_MM,
    hit,
  );
  return isEnding && Math.abs(1 - hit.t / edgeMm) < EDGE_LEFT;
}

function endOf(normals: Float32Array, { from, t, x, y, z }: Crossing): Vec3 {
  const n = 3 * from;
  return [x - normals[n]! * t, y - normals[n + 1]! * t, z - normals[n + 2]! * t];
}

/** Back and forth between the two faces, each time straight in, while the wall gets thinner. */
function follow(probe: Probe, start: Crossing, isWall: (crossing: Crossing) => boolean): Crossing {
  let best = start;
  for (let step = 0; step < STEPS; step++) {
    const [x, y, z] = endOf(probe.normals, best);
    const next = cross(probe, best.to, x, y, z);
    if (!next || next.t > best.t - 1e-6 || !isWall(next)) break;
    best = next;
  }
  return best;
}

/** Crossings of a solid at places spread over it, thinnest first, and what tells a wall from an edge. */
function probeWalls(mesh: Mesh, { samples = 4000, except = [] }: WallOptions) {
  const welded = weld(mesh);
  const normals = faceNormals(welded);
  const probe: Probe = {
    bvh: buildBvh(welded.positions, welded.indices),
    normals,
    hit: { t: 0, triangle: 0, u: 0, v: 0 },
  };
  const isWall = (crossing: Crossing): boolean => {
    const [x, y, z] = endOf(normals, crossing);
    const isElsewhere =
      isInZones(except, crossing.x, crossing.y, crossing.z) || isInZones(except, x, y, z);
    return !isElsewhere && !runsIntoEdge(probe, crossing);
  };
  const crossings: Crossing[] = [];
  samplePlaces(welded, samples, (triangle, x, y, z) => {
    const crossing = cross(probe, triangle, x, y, z);
    if (crossing) crossings.push(crossing);
  });
  crossings.sort((a, b) => a.t - b.t);
  return { probe, crossings, isWall };
}

/**
 * The thinnest wall, measured by rays between opposing faces; null where there is none (a cone, a
 * wedge). A sharp convex edge is no thin wall; a blunt end is. Same mesh, same answer.
 */
export function thinnestWall(mesh: Mesh, options: WallOptions = {}): Wall | null {
  if (mesh.indices.length === 0) return null;
  const { probe, crossings, isWall } = probeWalls(mesh, options);
  return thinnestOf(probe, crossings, isWall);
}

/** No more thin places than this are told apart. */
const MOST_PLACES = 64;

/** Places where walls are thinner than `limitMm`, thinnest first; places within `apartMm` of one are the same. */
export function thinWalls(
  mesh: Mesh,
  limitMm: number,
  { apartMm = 4 * limitMm, ...options }: WallOptions & { apartMm?: number } = {},
): Wall[] {
  if (mesh.indices.length === 0) return [];
  const { crossings, isWall } = probeWalls(mesh, options);
  const walls: Wall[] = [];
  for (const crossing of crossings) {
    if (crossing.t >= limitMm || walls.length === MOST_PLACES) break;
    const { x, y, z, t } = crossing;
    const isKnown = walls.some(({ at }) => Math.hypot(at[0] - x, at[1] - y, at[2] - z) < apartMm);
    if (!isKnown && isWall(crossing)) walls.push({ thicknessMm: t, at: [x, y, z] });
  }
  return walls;
}

function thinnestOf(
  probe: Probe,
  sorted: readonly Crossing[],
  isWall: (crossing: Crossing) => boolean,
): Wall | null {
  let best: Crossing | null = null;
  let followed = 0;
  for (const crossing of sorted) {
    if (followed === FOLLOWED) break;
    if (!isWall(crossing)) continue;
    followed++;
    const nearest = follow(probe, crossing, isWall);
    if (!best || nearest.t < best.t) best = nearest;
  }
  return best && { thicknessMm: best.t, at: [best.x, best.y, best.z] };
}
