import { mix, ramp, smoothCurve } from "./curve.ts";
import type { Rise, TrousersDesign } from "./design.ts";
import type { FinishedGirths } from "./ease.ts";
import type { DressForm } from "./form.ts";
import { easeToGirth, pointOf, type Section, tabled, widened } from "./section.ts";
import { type Grid, gridOf } from "./sheet.ts";
import { bodyGirthBelow } from "./torso.ts";

type P3 = [number, number, number];

/** The waistband's upper edge below the natural waist, mm. */
export const RISE_DROP_MM: Record<Rise, number> = { high: 0, mid: 40, low: 80 };

/** Room at the thigh, knee and hem over the body's girth there, mm. */
const LEG_EASE: Record<TrousersDesign["shape"], { thigh: number; knee: number; hem: number }> = {
  slim: { thigh: 36, knee: 48, hem: 92 },
  straight: { thigh: 76, knee: 108, hem: 190 },
  wide: { thigh: 130, knee: 250, hem: 400 },
  flared: { thigh: 44, knee: 52, hem: 300 },
};

/** Trousers in numbers, mm: what pattern, drawing and shape share. */
export interface Legs {
  topZ: number;
  crotchZ: number;
  hemZ: number;
  waistMm: number;
  hipMm: number;
  /** From the waistband's upper edge to the crotch. */
  riseMm: number;
  inseamMm: number;
  /** Around one leg at a distance below the crotch. */
  legGirthAt(fromCrotchMm: number): number;
  kneeMm: number;
}

export function layLegs(
  form: DressForm,
  { shape, rise, inseamMm }: TrousersDesign,
  girths: FinishedGirths,
): Legs {
  const { levels, lengths, body } = form;
  const ease = LEG_EASE[shape];
  const dropMm = RISE_DROP_MM[rise];
  const hipDepth = levels.waistMm - levels.hipMm;
  const grown = Math.max(0, girths.hipMm - girths.waistMm) * Math.min(1, dropMm / hipDepth) * 1.3;
  const crotchZ = levels.crotchMm - 10;
  const kneeMm = crotchZ - levels.kneeMm;
  const fullMm = crotchZ - levels.ankleMm + 20;
  const thigh = Math.max(lengths.thighMm + ease.thigh, girths.hipMm / 2 + body.hipMm * 0.07);
  const curve = smoothCurve([
    [0, thigh],
    [kneeMm, lengths.kneeGirthMm + ease.knee],
    [fullMm, lengths.ankleGirthMm + ease.hem],
  ]);
  return {
    topZ: levels.waistMm - dropMm,
    crotchZ,
    hemZ: crotchZ - inseamMm,
    waistMm: Math.min(girths.hipMm, girths.waistMm + grown),
    hipMm: girths.hipMm,
    riseMm: levels.waistMm - dropMm - crotchZ,
    inseamMm,
    legGirthAt: curve,
    kneeMm,
  };
}

/** Cut of both legs together above the crotch. */
function hipSection(form: DressForm, legs: Legs): (z: number) => Section {
  const { levels } = form;
  const at = (z: number, girthMm: number) => Math.max(2.5, easeToGirth(form.spannedAt(z), girthMm));
  const ease = smoothCurve([
    [legs.crotchZ - 60, at(levels.hipMm, legs.hipMm)],
    [levels.hipMm, at(levels.hipMm, legs.hipMm)],
    [legs.topZ, at(legs.topZ, Math.max(legs.waistMm, bodyGirthBelow(form, legs.topZ) + 6))],
  ]);
  return tabled((z) => widened(form.spannedAt(z), ease(z)), legs.crotchZ - 60, legs.topZ + 40);
}

/** Ellipse of a girth with a depth ÷ width, by Ramanujan's first formula. */
function halfAxes(girthMm: number, ratio: number): { wide: number; deep: number } {
  const unit = Math.PI * (3 * (1 + ratio) - Math.sqrt((3 + ratio) * (1 + 3 * ratio)));
  const wide = girthMm / unit;
  return { wide, deep: wide * ratio };
}

/** How far above the crotch the hip begins to part into legs, mm. */
const PARTING_MM = 105;
const BETWEEN_MM = 0.06;

/** The left leg's cut: its middle and half axes. */
function legCut(legs: Legs, hip: Section, z: number) {
  const down = Math.max(0, legs.crotchZ - z);
  const ratio = mix(1.34, 1.04, ramp(0, 260, down));
  const { wide, deep } = halfAxes(legs.legGirthAt(down), ratio);
  const stance = mix(hip.halfWidthMm / 2, 96, ramp(0, 650, down));
  return {
    x: Math.max(stance, wide + BETWEEN_MM),
    y: hip.middleMm + mix(2, 8, ramp(0, 300, down)),
    wide,
    deep,
  };
}

/**
 * A quarter of the trousers: the left leg's front or back, from the side seam (u = 0) to the middle seam or
 * the inseam (u = 1).
 */
export function legPoint(
  form: DressForm,
  legs: Legs,
): (side: "front" | "back", u: number, z: number) => P3 {
  const sections = hipSection(form, legs);
  return (side, u, z) => {
    const hip = sections(Math.max(z, legs.crotchZ - 40));
    const sign = side === "front" ? 1 : -1;
    const gap = 4e-4;
    const inner = Math.min(1 - gap, Math.max(gap, u));
    const above = pointOf(hip, (sign * inner * Math.PI) / 2, z);
    if (above[0] < BETWEEN_MM) above[0] = BETWEEN_MM;
    const parted = ramp(legs.crotchZ + PARTING_MM, legs.crotchZ - 6, z);
    if (parted === 0) return above;
    const cut = legCut(legs, hip, z);
    const angle = Math.PI * inner;
    const folds = 1 + 0.022 * ramp(120, 700, legs.crotchZ - z) * Math.cos(5 * angle * sign + 0.6);
    const leg: P3 = [
      cut.x + cut.wide * Math.cos(angle) * folds,
      cut.y - sign * cut.deep * Math.sin(angle) * folds,
      z,
    ];
    return [mix(above[0], leg[0], parted), mix(above[1], leg[1], parted), z];
  };
}

/** One of the four pieces of cloth the legs are made of. */
export function legGrid(
  form: DressForm,
  legs: Legs,
  side: "front" | "back",
  isLeft: boolean,
  perDm: number,
): Grid {
  const at = legPoint(form, legs);
  const rows = Math.max(16, Math.round(((legs.topZ - legs.hemZ) / 100) * perDm));
  const columns = Math.max(12, Math.round(3 * perDm));
  const mirror = isLeft ? 1 : -1;
  const grid = gridOf(rows, columns, (row, column) => {
    const z = legs.topZ + ((legs.hemZ - legs.topZ) * row) / rows;
    const [x, y] = at(side, column / columns, z);
    const breaks =
      2.2 *
      Math.sin((z - legs.hemZ) / 17) *
      ramp(140, 20, z - legs.hemZ) *
      ramp(400, 640, legs.inseamMm);
    return {
      point: [x * mirror, y - breaks * (side === "front" ? 1 : -0.4), z],
      cloth: [0, legs.topZ - z],
    };
  });
  return acrossFromCrease(grid, mirror);
}

/** Sets the place across the cloth: the way along the row from its middle, the crease, mm. */
function acrossFromCrease(grid: Grid, mirror: number): Grid {
  const { rows, columns, points, cloth } = grid;
  for (let i = 0; i <= rows; i++) {
    const at = (j: number) => (i * (columns + 1) + j) * 3;
    const way = [0];
    for (let j = 1; j <= columns; j++)
      way.push(
        way[j - 1]! +
          Math.hypot(
            points[at(j)]! - points[at(j - 1)]!,
            points[at(j) + 1]! - points[at(j - 1) + 1]!,
          ),
      );
    for (let j = 0; j <= columns; j++)
      cloth[(i * (columns + 1) + j) * 2] = mirror * (way[j]! - way[columns]! / 2);
  }
  return grid;
}

/** A point of the waistband's line, all around: angle as a section's. */
export function waistLine(form: DressForm, legs: Legs, z: number): Section {
  return hipSection(form, legs)(z);
}
