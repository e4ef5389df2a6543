export type Knot = readonly [at: number, value: number];

/** Tangents of a curve that rises and falls only where its knots do (Fritsch and Carlson, 1980). */
function tangentsOf(knots: readonly Knot[]): number[] {
  const slopes = knots.slice(1).map(([at, value], i) => {
    const [before, low] = knots[i]!;
    return (value - low) / (at - before);
  });
  return knots.map((_, i) => {
    const left = slopes[i - 1];
    const right = slopes[i];
    if (left === undefined || right === undefined) return left ?? right ?? 0;
    return left * right <= 0 ? 0 : (2 * left * right) / (left + right);
  });
}

/**
 * A smooth curve through knots of growing `at`, without overshoot between them; beyond its ends it keeps
 * the end values.
 */
export function smoothCurve(knots: readonly Knot[]): (at: number) => number {
  const tangents = tangentsOf(knots);
  const last = knots.length - 1;
  return (at) => {
    if (at <= knots[0]![0]) return knots[0]![1];
    if (at >= knots[last]![0]) return knots[last]![1];
    let i = 0;
    while (knots[i + 1]![0] < at) i++;
    const [low, a] = knots[i]!;
    const [high, b] = knots[i + 1]!;
    const span = high - low;
    const t = (at - low) / span;
    const s = 1 - t;
    return (
      a * s * s * (1 + 2 * t) +
      b * t * t * (1 + 2 * s) +
      span * (tangents[i]! * s * s * t - tangents[i + 1]! * t * t * s)
    );
  };
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function ramp(low: number, high: number, at: number): number {
  const t = Math.max(0, Math.min(1, (at - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

export const mix = (a: number, b: number, t: number) => a + (b - a) * t;

/** The argument between `low` and `high` at which a growing function reaches `target`. */
export function solveGrowing(
  of: (at: number) => number,
  target: number,
  low: number,
  high: number,
  rounds = 40,
): number {
  let a = low;
  let b = high;
  for (let round = 0; round < rounds; round++) {
    const middle = (a + b) / 2;
    if (of(middle) < target) a = middle;
    else b = middle;
  }
  return (a + b) / 2;
}
