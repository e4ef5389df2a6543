import type { ProductFacts, VectorFilter } from "#lib/adapters/vectors/port.ts";

const has = (values: readonly string[] = [], own: readonly string[]) =>
  values.length === 0 || own.some((value) => values.includes(value));

/** Whether a product passes a filter, worked out in JavaScript: what the index is held against. */
export function passes(facts: ProductFacts, filter: VectorFilter): boolean {
  const { min = 0, max = Number.POSITIVE_INFINITY } = filter.priceMinor ?? {};
  return (
    facts.priceMinor >= min &&
    facts.priceMinor <= max &&
    has(filter.brands, [facts.brand]) &&
    has(filter.categories, [facts.category]) &&
    has(filter.availability, [facts.availability]) &&
    has(filter.sizes, facts.sizes) &&
    has(filter.colours, facts.colours) &&
    has(filter.materials, facts.materials)
  );
}
