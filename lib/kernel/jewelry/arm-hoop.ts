import type { Vec3 } from "../mesh.ts";
import type { Point2, Solid, SolidKernel } from "../solid/kernel.ts";
import { roundSection } from "../solid/sweep.ts";
import type { Frame } from "./frame.ts";
import { outerHeight, sectionOf } from "./shank.ts";

export type HoopSection = "round" | "flat" | "d-shape" | "knife";

/**
 * A hoop about axis Y, round or oval, mm; angles are parameters of the inner ellipse from the top (+Z) towards +X. A
 * round section takes the thickness for its width.
 */
export interface Hoop {
  innerWidthMm: number;
  innerHeightMm: number;
  section: HoopSection;
  widthMm: number;
  thicknessMm: number;
}

export interface HoopDetail {
  /** Sections around. */
  segments: number;
  /** Points on each curved side of a section. */
  curveSteps: number;
}

const KNIFE_EDGE_MM = 1;
const KNIFE_EDGE_SHARE = 0.42;
const KNIFE_ROUND_MM = 0.18;
const RIDGE_MM = 0.14;

/** The frame over the inside: x along the hoop, y across, z outwards, its origin `heightMm` above the inside. */
export function frameOnHoop(hoop: Hoop, angleRad: number, heightMm: number): Frame {
  const a = hoop.innerWidthMm / 2;
  const b = hoop.innerHeightMm / 2;
  const sin = Math.sin(angleRad);
  const cos = Math.cos(angleRad);
  const size = Math.sqrt((sin / a) ** 2 + (cos / b) ** 2);
  const nx = sin / a / size;
  const nz = cos / b / size;
  return {
    origin: [a * sin + nx * heightMm, 0, b * cos + nz * heightMm],
    x: [nz, 0, -nx],
    y: [0, 1, 0],
    z: [nx, 0, nz],
  };
}

/** Height of the outside over the inside at a distance from the middle line, mm. */
export function hoopHeightMm({ section, thicknessMm: t, widthMm }: Hoop, y: number): number {
  if (section === "round") return t / 2 + Math.sqrt(Math.max(0, (t / 2) ** 2 - y * y));
  if (section === "knife") return t - (t - knifeEdge(t)) * Math.min(1, Math.abs((2 * y) / widthMm));
  return outerHeight({ profile: section, thicknessMm: t }, widthMm, y);
}

const knifeEdge = (t: number) => Math.min(t - 0.5, Math.max(KNIFE_EDGE_MM, KNIFE_EDGE_SHARE * t));

/** A flat inside, low sides, and slopes that meet in a ridge, barely broken. */
function knifeSection(width: number, t: number, steps: number): Point2[] {
  const round = KNIFE_ROUND_MM;
  const corner = Array.from({ length: 6 }, (_, i): Point2 => {
    const angle = -Math.PI / 2 + (i / 5) * (Math.PI / 2);
    return [width / 2 - round + round * Math.cos(angle), round + round * Math.sin(angle)];
  });
  const edge = knifeEdge(t);
  const slope = (t - edge) / (width / 2);
  const rise = Array.from({ length: steps }, (_, i): Point2 => {
    const y = width / 2 + (RIDGE_MM - width / 2) * (i / (steps - 1));
    return [y, t - slope * y];
  });
  const right = [...corner, ...rise];
  const left = right.map(([y, h]): Point2 => [-y, h]).reverse();
  return [[0, 0], ...right, [0, t - 0.45 * slope * RIDGE_MM], ...left];
}

/** A section at a share of the hoop's width: points (across, above the inside), counter-clockwise, always equally many. */
function hoopSection(hoop: Hoop, share: number, steps: number): Point2[] {
  const { section, thicknessMm: t, widthMm } = hoop;
  if (section === "round") {
    return roundSection((t * share) / 2, 8 * steps).map(([y, h]): Point2 => [y, h + t / 2]);
  }
  if (section === "knife") return knifeSection(widthMm * share, t, steps);
  return sectionOf({ profile: section, thicknessMm: t }, widthMm * share, steps);
}

function ringAt(hoop: Hoop, angle: number, section: readonly Point2[]): Vec3[] {
  const { origin, z } = frameOnHoop(hoop, angle, 0);
  return section.map(([y, h]): Vec3 => [origin[0] + z[0] * h, y, origin[2] + z[2] * h]);
}

/** The bare closed hoop. */
export function closedHoop(kernel: SolidKernel, hoop: Hoop, detail: HoopDetail): Solid {
  const section = hoopSection(hoop, 1, detail.curveSteps);
  const rings = Array.from({ length: detail.segments }, (_, i) =>
    ringAt(hoop, (2 * Math.PI * i) / detail.segments, section),
  );
  return kernel.loft(rings, { closed: true });
}

/** How an open hoop ends. */
export interface HoopEnds {
  /** Of the opening, which is at the bottom, radians. */
  gapRad: number;
  /** Share of the width that is left at the ends. */
  endShare: number;
}

/** How far before its end an open hoop begins to round off, as a share of its thickness. */
const ROUND_OFF = 0.5;
const ROUND_STEPS = 6;
const LAST_SHARE = 0.12;

const smooth = (t: number) => t * t * (3 - 2 * t);

/** Share of the full width at a share of the way from the middle of the back to an end. */
const taperAt = ({ endShare }: HoopEnds, way: number) => 1 - (1 - endShare) * smooth(way);

/** Shrinks a section about its middle. */
function shrunk(section: readonly Point2[], middle: number, share: number): Point2[] {
  return section.map(([y, h]): Point2 => [y * share, middle + (h - middle) * share]);
}

/** The bare hoop open at the bottom, growing narrower to its rounded ends. */
export function openHoop(
  kernel: SolidKernel,
  hoop: Hoop,
  ends: HoopEnds,
  detail: HoopDetail,
): Solid {
  const last = Math.PI - ends.gapRad / 2;
  const roundMm = ROUND_OFF * Math.min(hoop.thicknessMm, hoop.widthMm * ends.endShare);
  const roundRad = roundMm / ((hoop.innerWidthMm + hoop.innerHeightMm) / 4);
  const even = Array.from({ length: detail.segments + 1 }, (_, i) => ({
    angle: (last - roundRad) * ((2 * i) / detail.segments - 1),
    size: 1,
  }));
  const end = Array.from({ length: ROUND_STEPS }, (_, i) => {
    const turn = ((i + 1) / ROUND_STEPS) * (Math.PI / 2);
    return {
      angle: last - roundRad * (1 - Math.sin(turn)),
      size: Math.max(LAST_SHARE, Math.cos(turn)),
    };
  });
  const start = end.map(({ angle, size }) => ({ angle: -angle, size })).reverse();
  const rings = [...start, ...even, ...end].map(({ angle, size }) => {
    const way = Math.min(1, Math.abs(angle) / last);
    const section = hoopSection(hoop, taperAt(ends, way), detail.curveSteps);
    return ringAt(hoop, angle, shrunk(section, hoop.thicknessMm / 2, size));
  });
  return kernel.loft(rings);
}
