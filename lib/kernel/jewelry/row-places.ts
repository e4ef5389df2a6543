import type { Frame } from "./frame.ts";
import { distance } from "./vector.ts";

/** A place on a curve by its angle, radians, growing along the row. */
export type PlaceAt = (angleRad: number) => Frame;

/** The angle after `from` at which the curve is `chordMm` from where it was. */
function nextAngle(placeAt: PlaceAt, from: number, chordMm: number): number {
  const here = placeAt(from).origin;
  let low = from;
  let step = 0.01;
  while (distance(placeAt(low + step).origin, here) < chordMm && step < Math.PI) step *= 2;
  let high = low + step;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (distance(placeAt(middle).origin, here) < chordMm) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Angles of places exactly `chordMm` apart on a curve that is the same on both sides of angle 0, one of them there, as
 * far as `mostRad` to either side.
 */
export function evenAngles(placeAt: PlaceAt, chordMm: number, mostRad: number): number[] {
  const right = [0];
  for (;;) {
    const next = nextAngle(placeAt, right.at(-1)!, chordMm);
    if (next > mostRad) break;
    right.push(next);
  }
  const left = right.slice(1).map((angle) => -angle);
  return [...left.reverse(), ...right];
}

/** Middles of the gaps of a row, and of what follows either end. */
export function gapAngles(angles: readonly number[]): number[] {
  const between = angles.slice(1).map((angle, i) => (angle + angles[i]!) / 2);
  const first = angles[0]!;
  const last = angles.at(-1)!;
  const half = angles.length > 1 ? (angles[1]! - first) / 2 : 0;
  return half === 0 ? [] : [first - half, ...between, last + half];
}
