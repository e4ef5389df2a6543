import type { VectorFilter } from "#lib/adapters/vectors/port.ts";
import { fromEuroCents, type Rates } from "#lib/shared/exchange.ts";
import type { CardRow } from "./product-card.ts";
import type { Facets, FacetValue } from "./types.ts";

type ListName = Exclude<keyof Facets, "price">;

/** Values shown of one facet. */
const MOST_VALUES = 30;

const valuesOf: Record<ListName, (row: CardRow) => readonly string[]> = {
  brands: ({ brand }) => [brand.key],
  categories: ({ category }) => [category],
  availability: ({ availability }) => [availability],
  sizes: ({ sizes }) => sizes,
  colours: ({ colours }) => colours,
  materials: ({ materials }) => materials,
};
const LISTS = Object.keys(valuesOf) as ListName[];

/**
 * How many of the products have each value. A list's own filter is left out of its count, so that one sees what another
 * choice would bring; `rows` are those found without any list filter.
 */
export function facetsOf(
  rows: readonly CardRow[],
  filter: VectorFilter,
  currency: string,
  rates: Rates,
): Facets {
  const names = new Map(rows.map(({ brand }) => [brand.key, brand.name]));
  const lists = Object.fromEntries(
    LISTS.map((list) => {
      const others = LISTS.filter((other) => other !== list);
      const counted = rows.filter((row) => others.every((other) => passes(row, other, filter)));
      return [list, countValues(counted, list, filter, names)];
    }),
  ) as Record<ListName, FacetValue[]>;
  return { ...lists, price: priceSpan(rows, currency, rates) };
}

function passes(row: CardRow, list: ListName, filter: VectorFilter): boolean {
  const wanted = filter[list] ?? [];
  return wanted.length === 0 || valuesOf[list](row).some((value) => wanted.includes(value));
}

function countValues(
  rows: readonly CardRow[],
  list: ListName,
  filter: VectorFilter,
  names: ReadonlyMap<string, string>,
): FacetValue[] {
  const counts = new Map<string, number>((filter[list] ?? []).map((value) => [value, 0]));
  for (const row of rows) {
    for (const value of new Set(valuesOf[list](row)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, label: labelOf(value, list, names) }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    .slice(0, MOST_VALUES);
}

function labelOf(value: string, list: ListName, names: ReadonlyMap<string, string>): string {
  if (list === "brands") return names.get(value) ?? value;
  return value.replaceAll("_", " ");
}

function priceSpan(rows: readonly CardRow[], currency: string, rates: Rates): Facets["price"] {
  const cents = rows.map(({ priceEurMinor }) => priceEurMinor);
  const min = fromEuroCents(Math.min(...cents), currency, rates);
  const max = fromEuroCents(Math.max(...cents), currency, rates);
  return cents.length === 0 || min === null || max === null
    ? null
    : { currency, minMinor: min, maxMinor: max };
}
