import type { Vec3 } from "../mesh.ts";
import type { Point2, Solid, SolidKernel } from "../solid/kernel.ts";

export type Profile = "flat" | "comfort" | "d-shape";

/** A band around the finger (axis Y), mm; the angle is counted from the top (+Z) towards +X. */
export interface Shank {
  profile: Profile;
  innerRadiusMm: number;
  /** At the top. */
  widthMm: number;
  thicknessMm: number;
  /** Share of the width lost at the back, 0 to 0.5. */
  taper: number;
}

/** What the section of a band follows from beside its width. */
export type Section = Pick<Shank, "profile" | "thicknessMm">;

export interface ShankDetail {
  /** Sections around the finger. */
  segments: number;
  /** Points on each curved side of a section. */
  curveSteps: number;
}

const EDGE_ROUND_MM = 0.22;
/** How far the inside of a comfort fit falls back at its edges, and the outside at its. */
const COMFORT_FALL_MM = 0.22;
const COMFORT_CROWN_MM = 0.14;
const D_EDGE_SHARE = 0.52;
/** The edge of a D-shape stays castable on all but the thinnest bands. */
const D_EDGE_MM = 0.95;
const D_CROWN_MM = 0.25;

export const crestRadius = (shank: Shank) => shank.innerRadiusMm + shank.thicknessMm;

/** Width of the band at an angle from the top, mm. */
export function widthAt(shank: Shank, angleRad: number): number {
  return shank.widthMm * (1 - (shank.taper * (1 - Math.cos(angleRad))) / 2);
}

/** Height of a D-shape's straight edge, mm. */
function edgeHeight({ thicknessMm }: Pick<Shank, "thicknessMm">): number {
  const share = D_EDGE_SHARE * thicknessMm;
  return Math.max(share, Math.min(D_EDGE_MM, thicknessMm - D_CROWN_MM));
}

/** Height of the band's outside above the finger at a distance from its middle line, mm; edge rounding apart. */
export function outerHeight(shank: Section, widthMm: number, y: number): number {
  const q = Math.min(1, Math.abs((2 * y) / widthMm));
  const t = shank.thicknessMm;
  if (shank.profile === "flat") return t;
  if (shank.profile === "comfort") return t - COMFORT_CROWN_MM * q * q;
  const edge = edgeHeight(shank);
  return edge + (t - edge) * Math.sqrt(1 - q * q);
}

function innerHeight(shank: Section, widthMm: number, y: number): number {
  if (shank.profile !== "comfort") return 0;
  const fall = Math.min(COMFORT_FALL_MM, 0.13 * shank.thicknessMm);
  return fall * ((2 * y) / widthMm) ** 2;
}

/** A quarter circle about a centre, from one angle by +90°. */
function roundCorner(y: number, h: number, radius: number, fromDeg: number, steps: number) {
  return Array.from({ length: steps + 1 }, (_, i): Point2 => {
    const angle = ((fromDeg + (90 * i) / steps) * Math.PI) / 180;
    return [y + radius * Math.cos(angle), h + radius * Math.sin(angle)];
  });
}

const spread = (from: number, to: number, steps: number) =>
  Array.from({ length: Math.max(0, steps - 1) }, (_, i) => from + ((to - from) * (i + 1)) / steps);

/** The right half of a section's outside, from its side to the middle line. */
function outerHalf(shank: Section, width: number, round: number, steps: number): Point2[] {
  if (shank.profile === "d-shape") {
    const edge = edgeHeight(shank);
    const rise = shank.thicknessMm - edge;
    return Array.from({ length: 2 * steps }, (_, i): Point2 => {
      const angle = (i / (2 * steps)) * (Math.PI / 2);
      return [(width / 2) * Math.cos(angle), edge + rise * Math.sin(angle)];
    });
  }
  const inset = width / 2 - round;
  const corner = roundCorner(inset, outerHeight(shank, width, inset) - round, round, 0, 5);
  const top = spread(inset, 0, shank.profile === "flat" ? 1 : steps);
  return [...corner, ...top.map((y): Point2 => [y, outerHeight(shank, width, y)])];
}

/**
 * A section of the band at one width: points (y, height above the finger), counter-clockwise, mm.
 * The same profile always has equally many points.
 */
export function sectionOf(shank: Section, width: number, steps: number): Point2[] {
  const round = Math.min(EDGE_ROUND_MM, 0.16 * shank.thicknessMm, 0.16 * width);
  const inset = width / 2 - round;
  const corner = roundCorner(inset, innerHeight(shank, width, inset) + round, round, -90, 5);
  const inside = spread(0, inset, shank.profile === "comfort" ? steps : 1);
  const right: Point2[] = [
    ...inside.map((y): Point2 => [y, innerHeight(shank, width, y)]),
    ...corner,
    ...outerHalf(shank, width, round, steps),
  ];
  const left = right.map(([y, h]): Point2 => [-y, h]).reverse();
  return [[0, innerHeight(shank, width, 0)], ...right, [0, shank.thicknessMm], ...left];
}

/** The bare band as a closed solid. */
export function makeShank(kernel: SolidKernel, shank: Shank, detail: ShankDetail): Solid {
  const rings = Array.from({ length: detail.segments }, (_, i) => {
    const angle = (2 * Math.PI * i) / detail.segments;
    const sin = Math.sin(angle);
    const cos = Math.cos(angle);
    return sectionOf(shank, widthAt(shank, angle), detail.curveSteps).map(([y, h]): Vec3 => {
      const radius = shank.innerRadiusMm + h;
      return [radius * sin, y, radius * cos];
    });
  });
  return kernel.loft(rings, { closed: true });
}
