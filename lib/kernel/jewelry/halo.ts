import type { Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { BEAD_RADIUS_MM, BEAD_SPREAD, PAVE_RULES } from "./bead-setting.ts";
import type { Frame } from "./frame.ts";
import type { Gem } from "./gem.ts";
import {
  arcLengths,
  type Outline,
  type OutlinePoint,
  offsetOutline,
  pointAlong,
} from "./outline.ts";

/** A plate of small stones around a head, in the centre stone's frame (its girdle at z = 0), mm. */
export interface Halo {
  gem: Gem;
  /** The small stones' frames, and those of the beads between them. */
  stones: Frame[];
  beads: Frame[];
  /** Least distance between two girdles. */
  gapMm: number;
  /** From the centre stone's girdle to the small stones'. */
  roomMm: number;
}

/** The small stones' girdles below the centre's. */
const DROP_MM = 0.3;
/** Metal of the plate between a small stone's point and the plate's underside. */
export const HALO_UNDER_MM = PAVE_RULES.underSeatMm + 0.1;
const BORDER_MM = 0.26;
const INNER_SHARE = 0.9;
const WANTED_GAP_MM = 0.18;
const LEAST_BEAD_STEP_MM = 2 * BEAD_RADIUS_MM + 0.02;

const UPRIGHT = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] } as const;
const at = (x: number, y: number): Frame => ({ origin: [x, y, -DROP_MM], ...UPRIGHT });

/** How far along a line the place nearest to each anchor is. */
function marksAlong(line: Outline, lengths: readonly number[], anchors: readonly OutlinePoint[]) {
  const marks = anchors.map((anchor) => {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    line.forEach(({ x, y }, i) => {
      const apart = (x - anchor.x) ** 2 + (y - anchor.y) ** 2;
      if (apart < least) {
        least = apart;
        best = lengths[i]!;
      }
    });
    return best;
  });
  return marks.sort((p, q) => p - q);
}

/** Places on the line at about `pitch`; at every mark a gap's middle, wider than others by `extraMm`. */
function spread(
  line: Outline,
  lengths: readonly number[],
  marks: number[],
  pitch: number,
  extraMm: number,
) {
  const total = lengths.at(-1)!;
  return marks.flatMap((from, i) => {
    const next = i + 1 < marks.length ? marks[i + 1]! : marks[0]! + total;
    const run = next - from - extraMm;
    const count = Math.max(1, Math.floor(run / pitch));
    return Array.from({ length: count }, (_, k) =>
      pointAlong(line, lengths, from + extraMm / 2 + ((k + 0.5) * run) / count),
    );
  });
}

function leastDistance(places: readonly OutlinePoint[]): number {
  return Math.min(
    ...places.map(({ x, y }, i) => {
      const next = places[(i + 1) % places.length]!;
      return Math.sqrt((next.x - x) ** 2 + (next.y - y) ** 2);
    }),
  );
}

/** A bead at either side of every gap; on a tight bend inside, one bead serves two gaps. */
function beadPlaces(places: readonly OutlinePoint[], diameter: number): Frame[] {
  const kept: Frame[] = [];
  const isFree = (x: number, y: number) =>
    kept.every(
      ({ origin }) => (origin[0] - x) ** 2 + (origin[1] - y) ** 2 > LEAST_BEAD_STEP_MM ** 2,
    );
  places.forEach((place, i) => {
    const next = places[(i + 1) % places.length]!;
    for (const side of [-1, 1]) {
      const shift = side * BEAD_SPREAD * diameter;
      const x = (place.x + next.x) / 2 + ((place.nx + next.nx) / 2) * shift;
      const y = (place.y + next.y) / 2 + ((place.ny + next.ny) / 2) * shift;
      if (isFree(x, y)) kept.push(at(x, y));
    }
  });
  return kept;
}

/** Where the small stones of a halo sit: as many as fit, with a gap at every prong, wider by `extraMm` than others. */
export function layHalo(
  outline: Outline,
  anchors: readonly OutlinePoint[],
  roomMm: number,
  gem: Gem,
  extraMm: number,
): Halo {
  const diameter = gem.sizeMm[1];
  const line = offsetOutline(outline, roomMm + diameter / 2);
  const lengths = arcLengths(line);
  const marks = marksAlong(line, lengths, anchors);
  let pitch = diameter + WANTED_GAP_MM;
  let places = spread(line, lengths, marks, pitch, extraMm);
  // On a bend stones stand closer than along it.
  while (
    leastDistance(places) < diameter + PAVE_RULES.gapMm + 0.01 &&
    places.length > marks.length
  ) {
    pitch += 0.02;
    places = spread(line, lengths, marks, pitch, extraMm);
  }
  const beads = beadPlaces(places, diameter);
  const stones = places.map(({ x, y }) => at(x, y));
  return { gem, stones, beads, gapMm: leastDistance(places) - diameter, roomMm };
}

/** How far below the centre's girdle the plate reaches, mm. */
export const haloDepthMm = (gem: Gem, underSeatMm: number) =>
  DROP_MM + gem.pavilionMm + underSeatMm;

/** How far the plate stands out from the centre stone's girdle, mm. */
export const haloReachMm = (roomMm: number, gem: Gem) => roomMm + gem.sizeMm[1] + BORDER_MM;

/** The bare plate around the centre stone, its edges broken. */
export function haloPlate(
  kernel: SolidKernel,
  outline: Outline,
  { gem, roomMm }: Halo,
  underSeatMm: number,
): Solid {
  const reach = haloReachMm(roomMm, gem);
  const top = -DROP_MM + 0.1;
  const bottom = -haloDepthMm(gem, underSeatMm);
  const rim: [out: number, z: number][] = [
    [reach - 0.5, bottom],
    [reach - 0.16, bottom + 0.3],
    [reach, top - 0.36],
    [reach - 0.02, top - 0.08],
    [reach - 0.1, top],
  ];
  const rings = outline.map(({ x, y, nx, ny }): Vec3[] => [
    [x * INNER_SHARE, y * INNER_SHARE, top],
    [x * INNER_SHARE, y * INNER_SHARE, bottom],
    ...rim.map(([out, z]): Vec3 => [x + nx * out, y + ny * out, z]),
  ]);
  return kernel.loft(rings, { closed: true });
}
