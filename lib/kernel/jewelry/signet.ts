import type { Vec3 } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";

export type TableShape = "round" | "oval" | "cushion" | "square";

/** A signet ring about the finger (axis Y), its table on top (+Z), mm. */
export interface Signet {
  innerRadiusMm: number;
  shape: TableShape;
  /** The table along the finger (Y), and around it (X). */
  lengthMm: number;
  widthMm: number;
  /** The table over the finger. */
  heightMm: number;
  /** The band at the back. */
  bandWidthMm: number;
  bandThicknessMm: number;
}

export interface SignetDetail {
  /** Sections around the finger. */
  segments: number;
  /** Points across a section. */
  acrossSteps: number;
}

/** Powers of the tables' superellipses, and the share of the table over which the shoulders stay as broad as it. */
const SHAPES: Record<TableShape, { power: number; plateau: number }> = {
  round: { power: 2, plateau: 0.35 },
  oval: { power: 2, plateau: 0.35 },
  cushion: { power: 3.4, plateau: 0.85 },
  square: { power: 9, plateau: 1.05 },
};

/** The head's sides fall by this much for each mm they stand out from the table. */
const FALL = 2.4;
/** The head's form goes on above the table, where it is cut off, mm. */
const ABOVE_MM = 2;
/** The sides pass the table by this share, and draw in to this one at the finger. */
const FLARE = 1.03;
const DRAWN_IN = 0.86;
/** The shoulders come to the head at this share of its height. */
const SHOULDER = 0.72;
/** Length of the shoulders beyond the table, radians. */
const SHOULDER_RAD = 1.15;
/** Head and shoulders run into each other over so much, mm. */
const BLEND_MM = 0.5;
const EDGE_SHARE = 0.55;
const EDGE_MM = 0.95;
const CROWN_MM = 0.25;
const CHAMFER_MM = 0.2;
const SOLVE_STEPS = 26;

const smoothMax = (a: number, b: number): number => {
  const h = Math.max(0, BLEND_MM - Math.abs(a - b)) / BLEND_MM;
  return Math.max(a, b) + (h * h * BLEND_MM) / 4;
};

/** All of a section that depends on its angle alone. */
interface Section {
  cos: number;
  sin: number;
  /** Half widths at the finger and at the table's height. */
  low: number;
  high: number;
  /** Crest of the band or shoulder over the finger. */
  crestMm: number;
}

/** 1 at the top, 0 behind the shoulders. */
function fullness({ shape, widthMm, innerRadiusMm, heightMm }: Signet, angle: number): number {
  const end = Math.atan2(widthMm / 2, innerRadiusMm + heightMm);
  const from = SHAPES[shape].plateau * end;
  const u = Math.max(0, Math.abs(angle) - from) / (end + SHOULDER_RAD - from);
  return 0.5 + 0.5 * Math.cos(Math.PI * Math.min(1, u));
}

function sectionAt(signet: Signet, angle: number): Section {
  const full = fullness(signet, angle);
  const half = signet.lengthMm / 2;
  const band = signet.bandWidthMm / 2;
  const thick = signet.bandThicknessMm;
  const shoulder = Math.max(thick, SHOULDER * signet.heightMm);
  return {
    cos: Math.cos(angle),
    sin: Math.sin(angle),
    low: band + (DRAWN_IN * half - band) * full,
    high: band + (FLARE * half - band) * full,
    crestMm: thick + (shoulder - thick) * full,
  };
}

/** Half the width of a section at a radius, mm. */
function halfAt({ innerRadiusMm, heightMm }: Signet, { low, high }: Section, r: number): number {
  const t = Math.min(1.2, Math.max(0, (r - innerRadiusMm) / heightMm));
  return low + (high - low) * t;
}

/** How far a place of the table's plane is out: 1 on the table's edge. */
function gauge({ shape, lengthMm, widthMm }: Signet, x: number, y: number): number {
  const { power } = SHAPES[shape];
  return (
    (Math.abs((2 * x) / widthMm) ** power + Math.abs((2 * y) / lengthMm) ** power) ** (1 / power)
  );
}

/** Radius of the head's surface in a direction of the section, mm; the finger's where the head does not reach. */
function headRadius(signet: Signet, section: Section, v: number): number {
  const { innerRadiusMm, heightMm, lengthMm, widthMm } = signet;
  const { cos, sin } = section;
  const top = innerRadiusMm + heightMm;
  if (cos < 0.2) return innerRadiusMm;
  const steep = (FALL * Math.min(lengthMm, widthMm)) / 2;
  const above = (r: number) =>
    r * cos - top - steep * (1 - gauge(signet, r * sin, v * halfAt(signet, section, r)));
  let low = innerRadiusMm;
  let high = (top + ABOVE_MM) / cos;
  if (above(high) < 0) return high;
  if (above(low) > 0) return low;
  for (let step = 0; step < SOLVE_STEPS; step++) {
    const middle = (low + high) / 2;
    if (above(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Height of the band's D-shaped outside over the finger, mm. */
function bandHeight(crestMm: number, v: number): number {
  const edge = Math.max(EDGE_SHARE * crestMm, Math.min(EDGE_MM, crestMm - CROWN_MM));
  return edge + (crestMm - edge) * Math.sqrt(Math.max(0, 1 - v * v));
}

/** Places across a section, from one side to the other, closer together towards the sides. */
const acrossOf = (steps: number) =>
  Array.from({ length: steps + 1 }, (_, i) => Math.sin((Math.PI / 2) * ((2 * i) / steps - 1)));

function ringAt(signet: Signet, angle: number, across: readonly number[]): Vec3[] {
  const section = sectionAt(signet, angle);
  const { innerRadiusMm: inner } = signet;
  const { sin, cos, low } = section;
  const place = (y: number, r: number): Vec3 => [r * sin, y, r * cos];
  const top = across.map((v) => {
    const r = smoothMax(headRadius(signet, section, v), inner + bandHeight(section.crestMm, v));
    return place(v * halfAt(signet, section, r), r);
  });
  const chamfer = inner + CHAMFER_MM;
  return [
    ...top,
    place(halfAt(signet, section, chamfer), chamfer),
    place(low - CHAMFER_MM, inner),
    place(-low + CHAMFER_MM, inner),
    place(-halfAt(signet, section, chamfer), chamfer),
  ];
}

/** Height of the table's plane over the finger's axis, mm. */
export const tableZ = ({ innerRadiusMm, heightMm }: Signet) => innerRadiusMm + heightMm;

/** A signet ring without letters: band, shoulders and head in one form, cut off level by its table. */
export function makeSignet(kernel: SolidKernel, signet: Signet, detail: SignetDetail): Solid {
  const across = acrossOf(detail.acrossSteps);
  // Half of the sections stand on the head's own arc, where the form changes.
  const angles = Array.from({ length: detail.segments }, (_, i) => {
    const t = (2 * i) / detail.segments - 1;
    return Math.PI * (0.45 * t + 0.55 * t * t * t);
  });
  const form = kernel.loft(
    angles.map((angle) => ringAt(signet, angle, across)),
    { closed: true },
  );
  return form.trimByPlane([0, 0, -1], -tableZ(signet));
}
