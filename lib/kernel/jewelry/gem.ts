import type { Cut } from "../../shared/stones.ts";
import type { GemHull, Mesh, Vec3 } from "../mesh.ts";
import { type BrilliantProportions, brilliantPlanes, ROUND_PROPORTIONS } from "./cuts/brilliant.ts";
import { emeraldPlanes, princessPlanes } from "./cuts/straight.ts";
import { type Frame, toOuter, turnOut } from "./frame.ts";
import { type Facet, intersectHalfSpaces, type Plane, volumeOf } from "./half-spaces.ts";
import { cornersOf, curveOf, type Outline, outlineOf, pearCentreY } from "./outline.ts";
import { dot } from "./vector.ts";

/**
 * A faceted stone in its own frame, mm: the girdle's middle at the origin, table up (+Z), length along Y, width along X.
 */
export interface Gem {
  cut: Cut;
  facets: readonly Facet[];
  outline: Outline;
  /** Length, width, depth. */
  sizeMm: Vec3;
  volumeMm3: number;
  /** Table above the girdle's middle. */
  crownMm: number;
  /** Point below the girdle's middle. */
  pavilionMm: number;
}

/** Fancy brilliants are cut deeper than the round, which brings them to the trade's usual carats by size. */
const PROPORTIONS: Record<Exclude<Cut, "princess" | "emerald">, BrilliantProportions> = {
  round: ROUND_PROPORTIONS,
  oval: { ...ROUND_PROPORTIONS, crownHeight: 0.145, pavilionDepth: 0.465 },
  cushion: { ...ROUND_PROPORTIONS, table: 0.6, crownHeight: 0.145, pavilionDepth: 0.5 },
  pear: { ...ROUND_PROPORTIONS, table: 0.58, crownHeight: 0.145, pavilionDepth: 0.485 },
  marquise: { ...ROUND_PROPORTIONS, table: 0.58, crownHeight: 0.145, pavilionDepth: 0.51 },
};

/** Nobody sees a small stone's girdle in as many facets as a centre stone's. */
const SMALL_MM = 2.6;
const SMALL_STEPS = 6;

function planesOf(cut: Cut, a: number, b: number): Plane[] {
  if (cut === "princess") return princessPlanes(cornersOf(cut, a, b), 2 * a);
  if (cut === "emerald") return emeraldPlanes(cornersOf(cut, a, b), 2 * a);
  const centreY = cut === "pear" ? pearCentreY(a, b) / 2 : 0;
  const outline = outlineOf(cut, 2 * b, 2 * a, 2 * a < SMALL_MM ? SMALL_STEPS : undefined);
  return brilliantPlanes(curveOf(cut, a, b)!, outline, 2 * a, centreY, PROPORTIONS[cut]);
}

const turnPlane = ({ normal: [x, y, z], offset }: Plane): Plane => ({ normal: [-y, x, z], offset });

/** Stones cut before, the oldest first: a design is laid out several times while it is built, checked and priced. */
const known = new Map<string, Gem>();
const MOST_KNOWN = 64;

/**
 * A stone of a cut; a width above the length lays it across. Round and princess stones take the length for both.
 * The same arguments give the same object.
 */
export function cutGem(cut: Cut, lengthMm: number, widthMm: number): Gem {
  const isSquare = cut === "round" || cut === "princess";
  const width = isSquare ? lengthMm : widthMm;
  const key = `${cut} ${lengthMm} ${width}`;
  const gem = known.get(key) ?? facet(cut, lengthMm, width);
  known.delete(key);
  known.set(key, gem);
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value ?? key);
  return gem;
}

function facet(cut: Cut, lengthMm: number, width: number): Gem {
  const b = Math.max(lengthMm, width) / 2;
  const a = Math.min(lengthMm, width) / 2;
  const upright = planesOf(cut, a, b);
  const planes = lengthMm >= width ? upright : upright.map(turnPlane);
  const facets = intersectHalfSpaces(planes, 8 * b);
  const heights = facets.flatMap(({ loop }) => loop.map(([, , z]) => z));
  const crownMm = Math.max(...heights);
  const pavilionMm = -Math.min(...heights);
  return {
    cut,
    facets,
    outline: outlineOf(cut, lengthMm, width),
    sizeMm: [lengthMm, width, crownMm + pavilionMm],
    volumeMm3: volumeOf(facets),
    crownMm,
    pavilionMm,
  };
}

/** The stone as flat-shaded triangles, standing in a frame. */
export function toGemMesh(gem: Gem, frame: Frame): Mesh {
  const corners = gem.facets.reduce((sum, { loop }) => sum + loop.length, 0);
  const positions = new Float32Array(corners * 3);
  const normals = new Float32Array(corners * 3);
  const indices: number[] = [];
  let next = 0;
  for (const { loop, normal } of gem.facets) {
    for (let i = 2; i < loop.length; i++) indices.push(next, next + i - 1, next + i);
    const turned = turnOut(frame, normal);
    for (const point of loop) {
      positions.set(toOuter(frame, point), 3 * next);
      normals.set(turned, 3 * next);
      next++;
    }
  }
  return { positions, normals, indices: new Uint32Array(indices) };
}

/** The stone as one closed mesh of shared corners, grown by a clearance on every facet's side, in its own frame. */
export function toClosedMesh(gem: Gem, clearance = 1): Mesh {
  const numbers = new Map<Vec3, number>();
  const positions: number[] = [];
  const numberOf = (point: Vec3) => {
    const known = numbers.get(point);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(point, number);
    positions.push(point[0] * clearance, point[1] * clearance, point[2] * clearance);
    return number;
  };
  const indices: number[] = [];
  for (const { loop } of gem.facets) {
    const ring = loop.map(numberOf);
    for (let i = 2; i < ring.length; i++) indices.push(ring[0]!, ring[i - 1]!, ring[i]!);
  }
  return { positions: new Float32Array(positions), indices: new Uint32Array(indices) };
}

/** The stone's half-spaces in a frame, for tracing light inside it. */
export function toHull(gem: Gem, frame: Frame): GemHull {
  const planes = new Float32Array(gem.facets.length * 4);
  gem.facets.forEach(({ normal, offset }, index) => {
    const turned = turnOut(frame, normal);
    planes.set([...turned, offset + dot(turned, frame.origin)], 4 * index);
  });
  return { planes };
}

/** How far the stone reaches in a direction at a height, mm from its axis: where metal may stand beside it. */
export function reachAt(gem: Gem, z: number, nx: number, ny: number): number {
  let reach = Number.NEGATIVE_INFINITY;
  for (const { loop } of gem.facets) {
    for (let i = 0; i < loop.length; i++) {
      const from = loop[i]!;
      const to = loop[(i + 1) % loop.length]!;
      if (Math.min(from[2], to[2]) > z || Math.max(from[2], to[2]) < z) continue;
      const t = to[2] === from[2] ? 0 : (z - from[2]) / (to[2] - from[2]);
      const x = from[0] + (to[0] - from[0]) * t;
      const y = from[1] + (to[1] - from[1]) * t;
      reach = Math.max(reach, x * nx + y * ny);
    }
  }
  return reach;
}

/** Heights at which a round bar beside a stone may touch it first, as shares of its radius. */
const TOUCH_HEIGHTS = [0, 0.35, 0.65, 0.9];

/** How far from the stone's axis the middle of a bar at height z must stay not to be cut by the stone, mm. */
export function clearanceAt(gem: Gem, z: number, nx: number, ny: number, radiusMm: number): number {
  const needs = TOUCH_HEIGHTS.map(
    (share) => reachAt(gem, z + share * radiusMm, nx, ny) + radiusMm * Math.sqrt(1 - share * share),
  );
  return Math.max(...needs);
}
