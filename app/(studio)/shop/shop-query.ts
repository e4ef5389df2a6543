import type { SearchInput } from "#lib/search/input.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";

/** The query of the shop's address, as it is written there. */
export type ShopQuery = Record<string, string | string[] | undefined>;

export const FACETS = [
  "categories",
  "brands",
  "colours",
  "materials",
  "sizes",
  "availability",
] as const;
export type FacetName = (typeof FACETS)[number];

/** The name of each facet in the address. */
const NAMES: Record<FacetName, string> = {
  categories: "category",
  brands: "brand",
  colours: "colour",
  materials: "material",
  sizes: "size",
  availability: "availability",
};

const SOURCES = { image: "imageId", design: "designId", product: "productId" } as const;

export const allOf = (query: ShopQuery, name: string): string[] =>
  [query[name] ?? []].flat().filter(Boolean);

export const oneOf = (query: ShopQuery, name: string): string => allOf(query, name)[0] ?? "";

export const facetValues = (query: ShopQuery, facet: FacetName): string[] =>
  allOf(query, NAMES[facet]);

/** Whether the address asks for anything: a picture or words. */
export const isSearch = (query: ShopQuery): boolean =>
  oneOf(query, "q").trim() !== "" || Object.keys(SOURCES).some((name) => oneOf(query, name));

/** The search an address stands for. */
export function toSearch(query: ShopQuery, currency: string): SearchInput {
  const source = Object.entries(SOURCES).find(([name]) => oneOf(query, name));
  const text = oneOf(query, "q").trim();
  const cursor = oneOf(query, "cursor");
  return {
    ...(source && { [source[1]]: oneOf(query, source[0]) }),
    ...(text && { text: text.slice(0, 500) }),
    ...cropOf(query),
    ...(cursor && { cursor }),
    filters: filtersOf(query, currency),
    moreLike: allOf(query, "more").slice(0, 20),
    lessLike: allOf(query, "less").slice(0, 50),
    notColours: allOf(query, "not").slice(0, 50),
    various: !isByScore(query),
    currency,
  };
}

/** Whether the list is wanted strictly by score, and not made various. */
export const isByScore = (query: ShopQuery): boolean => oneOf(query, "order") === "score";

function filtersOf(query: ShopQuery, currency: string): NonNullable<SearchInput["filters"]> {
  const lists = FACETS.flatMap((facet) => {
    const values = facetValues(query, facet);
    return values.length > 0 ? [[facet, values] as const] : [];
  });
  const bounds = {
    minMinor: minorOf(query, "min", currency),
    maxMinor: minorOf(query, "max", currency),
  };
  const given = Object.fromEntries(
    Object.entries(bounds).filter(([, value]) => value !== undefined),
  );
  const price = Object.keys(given).length > 0 ? { price: { ...given, currency } } : {};
  return { ...Object.fromEntries(lists), ...price };
}

function minorOf(query: ShopQuery, name: string, currency: string): number | undefined {
  const text = oneOf(query, name);
  if (!/^\d{1,9}(\.\d{1,3})?$/.test(text)) return undefined;
  return Math.round(Number(text) * minorPerWhole(currency));
}

function cropOf(query: ShopQuery): Pick<SearchInput, "crop"> {
  const [x, y, width, height] = oneOf(query, "crop").split(",").map(Number);
  const isCrop = [x, y, width, height].every(
    (share) => share !== undefined && share >= 0 && share <= 1,
  );
  return isCrop ? { crop: { x: x!, y: y!, width: width!, height: height! } } : {};
}

/** The address with some of it changed: null takes a name away, a list replaces it. The page starts anew. */
export function shopHref(query: ShopQuery, changes: ShopQuery | Record<string, null> = {}): string {
  const params = new URLSearchParams();
  const next: Record<string, string | string[] | null | undefined> = {
    ...query,
    cursor: undefined,
    ...changes,
  };
  for (const [name, value] of Object.entries(next)) {
    for (const one of [value ?? []].flat()) if (one) params.append(name, one);
  }
  const text = params.toString();
  return text ? `/shop?${text}` : "/shop";
}

/** The address with a facet's value chosen, or no longer. */
export function toggledHref(query: ShopQuery, facet: FacetName, value: string): string {
  const values = facetValues(query, facet);
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  return shopHref(query, { [NAMES[facet]]: next });
}

/** How many filters are set. */
export const filterCount = (query: ShopQuery): number =>
  FACETS.reduce((sum, facet) => sum + facetValues(query, facet).length, 0) +
  (oneOf(query, "min") || oneOf(query, "max") ? 1 : 0);

/** The address without any filter. */
export const unfilteredHref = (query: ShopQuery): string =>
  shopHref(query, {
    ...Object.fromEntries(Object.values(NAMES).map((name) => [name, []])),
    min: [],
    max: [],
  });

/** Fields that a form of the address must carry along, besides those it has itself. */
export function carried(
  query: ShopQuery,
  without: readonly string[],
): [name: string, value: string][] {
  return Object.keys(query)
    .filter((name) => name !== "cursor" && !without.includes(name))
    .flatMap((name) => allOf(query, name).map((value): [string, string] => [name, value]));
}
