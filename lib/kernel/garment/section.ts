import type { Vec3 } from "../mesh.ts";
import { solveGrowing } from "./curve.ts";

/**
 * A horizontal cut through a body or garment: an ellipse with fuller corners. The angle runs from the
 * wearer's left (+x, 0) over the front (−y, π/2) and the right (π) to the back (3π/2), in radians; it is
 * the ellipse's own, not the one at the centre.
 */
export interface Section {
  halfWidthMm: number;
  halfDepthMm: number;
  /** Middle, along y. */
  middleMm: number;
  /** 2 is an ellipse, more is squarer. */
  power: number;
  /** How far the bust stands out of the front. */
  bustMm: number;
  /** Distance of the bust's points from the middle; 0 for one even curve over both. */
  bustApartMm: number;
}

const signedPower = (value: number, power: number) => Math.sign(value) * Math.abs(value) ** power;

/** How much of the bust shows at a place across: two domes on a body, one bridge under cloth. */
function domes(x: number, apartMm: number, halfWidthMm: number): number {
  if (apartMm > 0) {
    const width = apartMm * 0.62;
    return Math.exp(-(((x - apartMm) / width) ** 2)) + Math.exp(-(((x + apartMm) / width) ** 2));
  }
  const across = Math.abs(x) / (halfWidthMm * 0.8);
  return Math.exp(-(across ** 4));
}

export function pointOf(section: Section, angle: number, z: number): [number, number, number] {
  const { halfWidthMm, halfDepthMm, middleMm, power, bustMm, bustApartMm } = section;
  const sin = Math.sin(angle);
  const x = halfWidthMm * signedPower(Math.cos(angle), 2 / power);
  const y = middleMm - halfDepthMm * signedPower(sin, 2 / power);
  const isFront = sin > 0 && bustMm > 0;
  const out = isFront ? bustMm * domes(x, bustApartMm, halfWidthMm) * Math.min(1, sin * 1.6) : 0;
  return [x, y - out, z];
}

/** The angle, 0 to π/2, at which the section is `x` from the middle. */
export function angleAt({ halfWidthMm, power }: Section, x: number): number {
  const part = Math.max(0, Math.min(1, Math.abs(x) / halfWidthMm));
  return Math.acos(part ** (power / 2));
}

const SAMPLES = 96;

/** Length around, mm. */
export function girthOf(section: Section): number {
  let sum = 0;
  let last = pointOf(section, 0, 0);
  for (let i = 1; i <= SAMPLES; i++) {
    const next = pointOf(section, (2 * Math.PI * i) / SAMPLES, 0);
    sum += Math.hypot(next[0] - last[0], next[1] - last[1]);
    last = next;
  }
  return sum;
}

/** The section with its sides moved out by `mm`. */
export const widened = (section: Section, mm: number): Section => ({
  ...section,
  halfWidthMm: section.halfWidthMm + mm,
  halfDepthMm: section.halfDepthMm + mm,
});

/** The section between two others, 0 to 1. */
export function betweenSections(a: Section, b: Section, t: number): Section {
  const mean = (of: keyof Section) => a[of] + (b[of] - a[of]) * t;
  return {
    halfWidthMm: mean("halfWidthMm"),
    halfDepthMm: mean("halfDepthMm"),
    middleMm: mean("middleMm"),
    power: mean("power"),
    bustMm: mean("bustMm"),
    bustApartMm: mean("bustApartMm"),
  };
}

/** The same sections by height, worked out once every `stepMm` from `low` to `high` and interpolated. */
export function tabled(
  sectionAt: (z: number) => Section,
  low: number,
  high: number,
  stepMm = 3,
): (z: number) => Section {
  const count = Math.ceil((high - low) / stepMm);
  const table = Array.from({ length: count + 1 }, (_, i) =>
    sectionAt(low + ((high - low) * i) / count),
  );
  return (z) => {
    const at = Math.max(0, Math.min(count, ((z - low) / (high - low)) * count));
    const i = Math.min(count - 1, Math.floor(at));
    return betweenSections(table[i]!, table[i + 1]!, at - i);
  };
}

/** The section scaled to a girth; its bust keeps its height. */
export function scaledToGirth(section: Section, girthMm: number): Section {
  const scaled = (k: number): Section => ({
    ...section,
    halfWidthMm: section.halfWidthMm * k,
    halfDepthMm: section.halfDepthMm * k,
  });
  return scaled(solveGrowing((k) => girthOf(scaled(k)), girthMm, 0.3, 3, 20));
}

/** How far the sides must move out for the girth to be `girthMm`. */
export function easeToGirth(section: Section, girthMm: number): number {
  return solveGrowing((mm) => girthOf(widened(section, mm)), girthMm, -40, 300, 22);
}

export const distance = (a: Vec3, b: Vec3) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
