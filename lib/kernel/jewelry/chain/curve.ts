/** A closed curve on the bed by its turn, 0 to 2π, mm. */
export type BedCurve = (turn: number) => readonly [x: number, y: number];

const FULL = 2 * Math.PI;

/** An oval about the origin, `aspect` times as wide (X) as deep (Y), closed at its back or wherever it starts. */
export const oval =
  (widthMm: number, aspect: number, startRad: number): BedCurve =>
  (turn) => [
    (widthMm / 2) * Math.cos(turn + startRad),
    (widthMm / aspect / 2) * Math.sin(turn + startRad),
  ];

/**
 * How a necklace falls: wide at the nape (+Y) and drawn together to a rounded lowest place (−Y); it starts at the
 * nape and runs counter-clockwise.
 */
export const neckline =
  (widthMm: number): BedCurve =>
  (turn) => {
    const angle = turn + Math.PI / 2;
    const fall = 1 + 0.2 * Math.sin(angle);
    return [(widthMm / 2) * Math.cos(angle) * fall, (widthMm / 2) * 1.14 * Math.sin(angle)];
  };

const distance = (a: readonly [number, number], b: readonly [number, number]) =>
  Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);

/** The next turn of the curve that is one chord away; beyond the start it goes on round. */
function stepAlong(curve: BedCurve, from: number, chordMm: number): number {
  const here = curve(from);
  let low = from;
  const step = 0.02;
  while (distance(curve(low + step), here) < chordMm && low + step < from + Math.PI) low += step;
  let high = low + step;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (distance(curve(middle), here) < chordMm) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function walk(curve: BedCurve, chordsMm: readonly number[], start: number): number[] {
  const turns = [start];
  for (const chord of chordsMm) turns.push(stepAlong(curve, turns.at(-1)!, chord));
  return turns;
}

const MOST_STEPS = 40;
const CLOSED_RAD = 1e-7;

/**
 * A chain of straight members laid along a curve of the size at which it just closes: the places of their joints, the
 * first member beginning at the first. `curveOf` gives the curve of a width.
 */
export function layClosed(
  curveOf: (widthMm: number) => BedCurve,
  chordsMm: readonly number[],
): (readonly [number, number])[] {
  const total = chordsMm.reduce((sum, chord) => sum + chord, 0);
  // The first member straddles the start.
  const excess = (widthMm: number) => {
    const curve = curveOf(widthMm);
    const start = -stepAlong(curve, 0, chordsMm[0]! / 2);
    const turns = walk(curve, chordsMm, start);
    return { curve, turns, over: turns.at(-1)! - start - FULL };
  };
  let low = total / 8;
  let high = total / 1.5;
  for (let i = 0; i < MOST_STEPS; i++) {
    const middle = (low + high) / 2;
    const { over } = excess(middle);
    if (Math.abs(over) < CLOSED_RAD) break;
    if (over > 0) low = middle;
    else high = middle;
  }
  const { curve, turns } = excess((low + high) / 2);
  return turns.slice(0, -1).map(curve);
}
