import type { Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { clearanceAt, type Gem } from "./gem.ts";
import type { OutlinePoint } from "./outline.ts";
import { bar, smoothPath, wireLoop } from "./tube.ts";
import { distance } from "./vector.ts";

/** A basket of prongs under one stone, in the stone's own frame (girdle at z = 0), mm. */
interface ClawHead {
  gem: Gem;
  anchors: readonly OutlinePoint[];
  prongMm: number;
  /** The band's crest below the girdle. */
  bandBelowMm: number;
  /** How far the prongs' feet go into the band. */
  footDepthMm: number;
  /** Half the band's width, which the feet keep to. */
  footHalfMm: number;
  /** Where the feet stand, as a share of the girdle's outline; default 0.3: they run together into the band. */
  footShare?: number;
  /** A wire below the girdle; a halo's plate takes its place. */
  hasUpperRail: boolean;
}

export interface ClawDetail {
  /** Points around a prong or wire. */
  roundSteps: number;
  /** Points of a prong's curve between its stations. */
  curveSteps: number;
}

/** Share of a prong's width that its notch for the girdle takes. */
const NOTCH = 0.35;
export const RAIL_RADIUS_MM = 0.43;
/** Between the stone and what passes it below the girdle. */
const ROOM_MM = 0.04;
/** A prong narrows by this share from foot to tip, but not below what can be cast. */
const MOST_TAPER = 0.16;
const LEAST_TIP_MM = 0.82;
const FOOT_SCALE = 0.3;
const NECK_SCALE = 0.5;
const BELLY_SCALE = 0.82;
/** Heights of the prong's stations as shares of the way from girdle to band. */
const BELLY_DOWN = 0.42;
const SHOULDER_DOWN = 0.12;
/** A tip reaches over the girdle by this share of the stone's width. */
export const PRONG_REACH = 0.1;

const taperOf = (prongMm: number) => Math.min(MOST_TAPER, Math.max(0, 1 - LEAST_TIP_MM / prongMm));
const tipRadius = (prongMm: number) => (prongMm / 2) * (1 - taperOf(prongMm));

/** Height over which a prong holds its stone: its notch below the girdle and the crown up to its end, mm. */
export function clawSeatMm(gem: Gem, anchor: OutlinePoint, prongMm: number): number {
  const half = Math.min(gem.sizeMm[0], gem.sizeMm[1]) / 2;
  const below = NOTCH * prongMm * (gem.pavilionMm / half);
  const [x, y] = out(anchor, -prongReachMm(gem, prongMm), 0);
  return below + crownHeight(gem, x, y);
}

/**
 * How far the basket reaches from the stone's axis where it is widest below the stone, and how far below the girdle that
 * is, mm; across the stone (+x) unless another direction is given.
 */
export function basketAt(
  gem: Gem,
  bandBelowMm: number,
  [nx, ny]: readonly [number, number] = [1, 0],
): { outMm: number; downMm: number } {
  const half = Math.max(...gem.outline.map(({ x, y }) => x * nx + y * ny));
  const downMm = BELLY_DOWN * bandBelowMm;
  const need = clearanceAt(gem, -downMm, nx, ny, RAIL_RADIUS_MM) + ROOM_MM;
  return { outMm: Math.max(BELLY_SCALE * half, need) + RAIL_RADIUS_MM, downMm };
}

/** How far a prong's end stands over the stone from the girdle's edge, mm. */
export function prongReachMm(gem: Gem, prongMm: number): number {
  return tipInset(gem, prongMm) + tipRadius(prongMm);
}

/** Distance of a tip's middle inwards from the girdle's edge, mm. */
function tipInset(gem: Gem, prongMm: number): number {
  const width = Math.min(gem.sizeMm[0], gem.sizeMm[1]);
  return Math.min(1.2, Math.max(0.12, PRONG_REACH * width - 0.8 * tipRadius(prongMm)));
}

/** Height of the crown over a place, mm. */
function crownHeight(gem: Gem, x: number, y: number): number {
  return gem.facets.reduce((least, { normal, offset }) => {
    if (normal[2] < 0.05) return least;
    return Math.min(least, (offset - normal[0] * x - normal[1] * y) / normal[2]);
  }, gem.crownMm);
}

const out = ({ x, y, nx, ny }: OutlinePoint, shift: number, z: number): Vec3 => [
  x + nx * shift,
  y + ny * shift,
  z,
];

/** A place at a share of the way out to the girdle, moved out where a bar of that radius would meet the stone. */
function offStone(gem: Gem, point: OutlinePoint, share: number, z: number, radiusMm: number): Vec3 {
  const { x, y, nx, ny } = point;
  const need = clearanceAt(gem, z, nx, ny, radiusMm) + ROOM_MM;
  const shift = Math.max(0, need - share * (x * nx + y * ny));
  return [x * share + nx * shift, y * share + ny * shift, z];
}

/** A foot inside the band: no further along the finger than the band is wide. */
function onBand(head: ClawHead, [x, y, z]: Vec3): Vec3 {
  const limit = Math.max(0.15, head.footHalfMm - 0.45 * head.prongMm);
  return [x, Math.min(limit, Math.max(-limit, y)), z];
}

function prongStations(head: ClawHead, anchor: OutlinePoint): Vec3[] {
  const { gem, prongMm, bandBelowMm: down } = head;
  const radius = prongMm / 2;
  const stand = radius - NOTCH * prongMm;
  const inset = tipInset(gem, prongMm);
  const tip = out(anchor, -inset, 0);
  const tipZ = crownHeight(gem, tip[0], tip[1]) + 0.25 * tipRadius(prongMm);
  const share = head.footShare ?? FOOT_SCALE;
  const foot = out({ ...anchor, x: anchor.x * share, y: anchor.y * share }, 0, 0);
  return [
    onBand(head, [foot[0], foot[1], -down - head.footDepthMm]),
    offStone(gem, anchor, NECK_SCALE, -down + 0.3, radius),
    offStone(gem, anchor, BELLY_SCALE, -BELLY_DOWN * down, radius),
    out(anchor, stand, -SHOULDER_DOWN * down),
    out(anchor, stand + 0.02, 0.5 * tipZ),
    [tip[0], tip[1], tipZ],
  ];
}

function prong(kernel: SolidKernel, head: ClawHead, anchor: OutlinePoint, detail: ClawDetail) {
  const path = smoothPath(prongStations(head, anchor), detail.curveSteps);
  const last = path.length - 1;
  const taper = taperOf(head.prongMm);
  const radii = path.map((_, i) => (head.prongMm / 2) * (1 - (taper * i) / last));
  return bar(kernel, path, radii, detail.roundSteps);
}

/** Drops points closer to the one before than `leastMm`, around the loop. */
function thinOut(path: readonly Vec3[], leastMm: number): Vec3[] {
  const kept: Vec3[] = [];
  for (const point of path) {
    if (kept.length === 0 || distance(kept.at(-1)!, point) >= leastMm) kept.push(point);
  }
  while (kept.length > 3 && distance(kept.at(-1)!, kept[0]!) < leastMm) kept.pop();
  return kept;
}

/** A wire around the basket at a share of the girdle's outline; corners are bent round the wire's own radius. */
function rail(kernel: SolidKernel, head: ClawHead, share: number, z: number, detail: ClawDetail) {
  const { gem } = head;
  const half = Math.min(gem.sizeMm[0], gem.sizeMm[1]) / 2;
  const bend = Math.max(0.05, share - (RAIL_RADIUS_MM + 0.15) / half);
  const path = gem.outline.map((point): Vec3 => {
    const support = point.x * point.nx + point.y * point.ny;
    const moved = {
      ...point,
      x: point.x * bend + point.nx * support * (share - bend),
      y: point.y * bend + point.ny * support * (share - bend),
    };
    return offStone(gem, moved, 1, z, RAIL_RADIUS_MM);
  });
  const fine = thinOut(path, Math.max(0.08, half / detail.roundSteps));
  return wireLoop(kernel, fine, RAIL_RADIUS_MM, detail.roundSteps);
}

/** Prongs and wires of a basket head; they overlap each other, the stone and the band they stand on. */
export function clawHead(kernel: SolidKernel, head: ClawHead, detail: ClawDetail): Solid[] {
  const { bandBelowMm: down } = head;
  const prongs = head.anchors.map((anchor) => prong(kernel, head, anchor, detail));
  const lower = rail(kernel, head, NECK_SCALE, -down + 0.3, detail);
  const upper = head.hasUpperRail
    ? [rail(kernel, head, BELLY_SCALE, -BELLY_DOWN * down, detail)]
    : [];
  return [...prongs, lower, ...upper];
}
