import type { ProductFacts, ProductVector } from "#lib/adapters/vectors/port.ts";
import { Random } from "../../scripts/catalog/random.ts";

/** How far a made product lies from the one it is made of: a part of another of its kind, and noise. */
const OTHERS_PART = 0.45;
const NOISE = 0.25;

/** A number of a bell curve, by Box and Muller. */
const normal = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Between two looks, with noise in every number: as many different ones as are wanted, spread as real ones are. */
export function lookBetween(one: Float32Array, other: Float32Array, random: Random): Float32Array {
  const part = OTHERS_PART * random.next();
  const scale = (NOISE * random.next()) / Math.sqrt(one.length);
  return unit(
    one.map((value, i) => (1 - part) * value + part * other[i]! + scale * normal(random)),
  );
}

/** So many products made of those of the catalogue: looks between two of a category, facts of one with another price. */
export function manyProducts(known: readonly ProductVector[], count: number): ProductVector[] {
  const random = new Random(7);
  const shelves = Map.groupBy(known, ({ facts }) => facts.category);
  return Array.from({ length: count }, (_, i) => {
    const one = random.pick(known);
    const other = random.pick(shelves.get(one.facts.category)!);
    const facts: ProductFacts = {
      ...one.facts,
      priceMinor: Math.round(one.facts.priceMinor * (0.5 + 1.5 * random.next())),
    };
    const vector = lookBetween(one.vector, other.vector, random);
    return { id: `p${i}:0`, productId: `p${i}`, vector, facts };
  });
}
