import type { Mesh, Vec3 } from "../../mesh.ts";
import type { SolidKernel } from "../../solid/kernel.ts";
import {
  loopLengthMm,
  loopTangents,
  roundedRectangle,
  roundSection,
  sweepLoop,
} from "../../solid/sweep.ts";
import { add, cross, scale } from "../vector.ts";
import type { Wire } from "./wire.ts";

export const LINK_STYLES = ["cable", "curb", "figaro", "rolo", "paperclip", "box"] as const;
export type LinkStyle = (typeof LINK_STYLES)[number];

/** Points along and around the wire of one link. */
export interface LinkDetail {
  pathSteps: number;
  roundSteps: number;
}

/**
 * A link in its own frame, mm: the chain runs along X, the loop lies in the XY plane (before any twist), its middle
 * at the origin.
 */
export interface Link {
  lengthMm: number;
  widthMm: number;
  wireMm: number;
  /** Turn of the loop from its middle to either end about X, degrees; a curb link lies flat by it. */
  twistDeg: number;
  /** Metal beyond this distance from the chain's plane is ground off, mm. */
  flatMm: number | null;
  /** A strip this wide across the loop's plane takes the place of a round wire, mm. */
  stripMm: number | null;
}

type Flat = readonly [x: number, y: number];

const QUARTER = Math.PI / 2;
/** Half the turn between the ends of a curb link: the ends of neighbours cross at right angles. */
const CURB_TWIST_DEG = 45;
/** A ground curb keeps this much of its wire above the middle of the wire's highest place. */
const GROUND_LEFT = 0.22;
const STRIP_CORNER = 0.9;

/** The point of a stadium's centreline by turn, 0 to 2π, from the right end counter-clockwise; `side` is the end's. */
function stadium(halfLength: number, halfWidth: number, turn: number, side: 1 | -1) {
  const straight = halfLength - halfWidth;
  return [side * straight + halfWidth * Math.cos(turn), halfWidth * Math.sin(turn)] as const;
}

/** A centreline: ends are round; the sides of a twisted link bow so that it turns evenly. */
function flatPath({ lengthMm, widthMm, wireMm, twistDeg }: Link, steps: number): Flat[] {
  const a = (lengthMm - wireMm) / 2;
  const b = (widthMm - wireMm) / 2;
  if (twistDeg !== 0) {
    return Array.from({ length: steps }, (_, i) => bowed(a, b, ((i + 0.5) / steps) * 4 * QUARTER));
  }
  if (a - b < 1e-6) {
    return Array.from({ length: steps }, (_, i) => stadium(a, a, (i / steps) * 4 * QUARTER, 1));
  }
  const half = steps / 2;
  return Array.from({ length: steps }, (_, i) => {
    const isRight = i < half;
    const turn = ((i % half) / (half - 1)) * 2 * QUARTER - QUARTER;
    return isRight ? stadium(a, b, turn, 1) : stadium(a, b, turn + 2 * QUARTER, -1);
  });
}

/** Between an ellipse and a stadium. */
function bowed(a: number, b: number, turn: number): Flat {
  const power = 2 / 2.35;
  const root = (value: number) => Math.sign(value) * Math.abs(value) ** power;
  return [a * root(Math.cos(turn)), b * root(Math.sin(turn))];
}

/** A box link's centreline: a square with round corners. */
function squarePath({ lengthMm, widthMm, wireMm }: Link, steps: number): Flat[] {
  const corner = STRIP_CORNER * wireMm;
  const around = roundedRectangle(lengthMm - wireMm, widthMm - wireMm, corner, steps / 4 - 1);
  return around.map(([x, y]) => [x, y]);
}

/** The centreline and the direction across the loop at each of its points. */
export function linkPath(link: Link, steps: number): { points: Vec3[]; across: Vec3[] } {
  const flat = link.stripMm === null ? flatPath(link, steps) : squarePath(link, steps);
  const half = link.lengthMm / 2 - link.wireMm / 2;
  const turned = flat.map(([x, y]) => {
    const angle = ((link.twistDeg * Math.PI) / 180) * (x / half);
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    return { point: [x, y * cos, y * sin] as Vec3, across: [0, -sin, cos] as Vec3 };
  });
  return { points: turned.map(({ point }) => point), across: turned.map(({ across }) => across) };
}

const FINE_STEPS = 512;

/** A flattened curb's half height: just above the middle of the wire where it is highest. */
export function groundMm(link: Link): number {
  const highest = Math.max(...linkPath(link, FINE_STEPS).points.map(([, , z]) => z));
  return highest + GROUND_LEFT * link.wireMm;
}

/** The links of a style from its wire and its longest link; the second is what figaro repeats three times. */
export function linksOf(
  style: LinkStyle,
  { wireMm, lengthMm, widthMm }: { wireMm: number; lengthMm: number; widthMm: number },
): { long: Link; short: Link } {
  const round: Link = { lengthMm, widthMm, wireMm, twistDeg: 0, flatMm: null, stripMm: null };
  const twist = (link: Link): Link => {
    const twisted = { ...link, twistDeg: CURB_TWIST_DEG };
    return { ...twisted, flatMm: groundMm(twisted) };
  };
  const same = (link: Link) => ({ long: link, short: link });
  switch (style) {
    case "cable":
    case "paperclip":
      return same(round);
    case "rolo":
      return same({ ...round, lengthMm: widthMm });
    case "box":
      return same({ ...round, lengthMm: widthMm, stripMm: stripWidth(widthMm, wireMm) });
    case "curb":
      return same(twist(round));
    case "figaro": {
      const shortMm = shortFigaroMm({ wireMm, lengthMm, widthMm });
      const long = twist(round);
      const short = twist({ ...round, lengthMm: shortMm });
      // One grinding for all: the chain is one flat band.
      const flatMm = Math.min(long.flatMm!, short.flatMm!);
      return { long: { ...long, flatMm }, short: { ...short, flatMm } };
    }
  }
}

/** Room beside a strip in the opening of the next, mm, and as a share of the link: where the chain bends it tilts. */
const STRIP_PLAY_MM = 0.2;
const STRIP_TILT = 0.08;
/** Wider than this by its thickness a strip looks like sheet, and no ring goes round it. */
const STRIP_WIDE = 2.4;

/** The widest strip that passes through the opening of its like. */
export const stripWidth = (widthMm: number, wireMm: number) =>
  Math.min(STRIP_WIDE * wireMm, widthMm * (1 - STRIP_TILT) - 2 * (wireMm + STRIP_PLAY_MM));

/** Length of figaro's short links: round ones, as short as their wire lets them be. */
export function shortFigaroMm(link: { wireMm: number; lengthMm: number; widthMm: number }): number {
  const least = Math.max(4.5 * link.wireMm + 0.6, 1.12 * link.widthMm);
  return Math.min(link.lengthMm, least);
}

/** Volume of the wire without any grinding, mm³: its section times the length of its middle line. */
function wireVolumeMm3(link: Link): number {
  const { points } = linkPath(link, FINE_STEPS);
  const corner = stripCornerMm(link);
  const section =
    link.stripMm === null
      ? (Math.PI * link.wireMm ** 2) / 4
      : link.wireMm * link.stripMm - (4 - Math.PI) * corner ** 2;
  return section * loopLengthMm(points);
}

const stripCornerMm = ({ wireMm }: Link) => 0.18 * wireMm;

/** One link as a closed mesh; before grinding its volume is that of its wire, to the last digits. */
export function linkMesh(kernel: SolidKernel, link: Link, detail: LinkDetail): Mesh {
  const { wireMm, stripMm, flatMm } = link;
  const section =
    stripMm === null
      ? roundSection(wireMm / 2, detail.roundSteps)
      : roundedRectangle(wireMm, stripMm, stripCornerMm(link), 2);
  const path = linkPath(link, detail.pathSteps);
  const mesh = sweepLoop(kernel, path, section, wireVolumeMm3(link));
  return flatMm === null ? mesh : ground(mesh, flatMm);
}

/** The mesh with everything beyond ±`flatMm` pressed to that plane; the wire's middle must stay inside it. */
function ground({ positions, indices }: Mesh, flatMm: number): Mesh {
  const pressed = positions.map((value, i) =>
    i % 3 === 2 ? Math.max(-flatMm, Math.min(flatMm, value)) : value,
  );
  return { positions: pressed, indices };
}

/** The wire of a link as neighbours meet it. */
export function linkWires(link: Link, steps: number): Wire[] {
  const { points, across } = linkPath(link, steps);
  if (link.stripMm === null) return [{ points, radiusMm: link.wireMm / 2 }];
  return stripWires(link, points, across);
}

/** A strip as round wires side by side: three through its middle and one in each of its corners. */
function stripWires(link: Link, points: readonly Vec3[], across: readonly Vec3[]): Wire[] {
  const { wireMm, stripMm } = link;
  const along = loopTangents(points);
  const wireAt = (inPlaneMm: number, acrossMm: number, radiusMm: number): Wire => ({
    points: points.map((point, i) => {
      const out = scale(cross(along[i]!, across[i]!), inPlaneMm);
      return add(point, add(out, scale(across[i]!, acrossMm)));
    }),
    radiusMm,
  });
  const cornerMm = stripCornerMm(link);
  const reach = ((stripMm ?? wireMm) - wireMm) / 2;
  const [inPlane, side] = [wireMm / 2 - cornerMm, (stripMm ?? wireMm) / 2 - cornerMm];
  return [
    ...[-1, 0, 1].map((share) => wireAt(0, share * reach, wireMm / 2)),
    ...[-1, 1].flatMap((a) => [-1, 1].map((b) => wireAt(a * inPlane, b * side, cornerMm))),
  ];
}
