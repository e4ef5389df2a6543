/** Numbers from 0 to 1, always the same for a seed. */
export type Random = () => number;

/** A generator of 2³² numbers (mulberry32: one multiplication-and-shift round a number, even enough for choices). */
export function seededRandom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of some things. Throws a plain Error for none. */
export function pick<T>(random: Random, things: readonly T[]): T {
  const one = things[Math.floor(random() * things.length)];
  if (one === undefined) throw new Error("There is nothing to choose from.");
  return one;
}

/** The same things in another order. */
export function shuffled<T>(random: Random, things: readonly T[]): T[] {
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
