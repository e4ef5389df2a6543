import type { Terms } from "./score.ts";
import type { Weights } from "./weights.ts";

/** In the smallest unit of the currency. */
export interface Money {
  amountMinor: number;
  currency: string;
}

/** A product as lists show it. */
export interface ProductCard {
  id: string;
  sku: string;
  title: string;
  brand: string;
  kind: string | null;
  category: string;
  price: { currency: string; amountMinor: number };
  /** The same by the rate table in the currency asked for; null where it is the same or has no rate. */
  convertedPrice: { currency: string; amountMinor: number } | null;
  availability: string;
  sizes: string[];
  colours: string[];
  material: string;
  /** Its first picture: relative to the site, or a link for a day; null while there is none. */
  pictureUrl: string | null;
  productUrl: string | null;
}

/** What each term of a score is from: the numbers of a sentence that whoever shows it words in its reader's language. */
export interface Reasons {
  likeness: { by: "picture" | "words" | "both"; percent: number };
  price:
    | { compared: "others"; price: Money; cheaperPercent: number }
    | { compared: "about" | "within" | "from"; price: Money; wish: Money };
  brand: { name: string; stars: number; ratings: number };
  availability: string;
}

export interface SearchResult {
  product: ProductCard;
  /** 0 to 1 in practice: the weighted sum of the terms. */
  score: number;
  terms: Terms;
  /** The four terms as an English sentence. */
  why: string;
  /** The same as numbers. */
  reasons: Reasons;
  /** Stands before products of a higher score because it is unlike what is above it. */
  forVariety: boolean;
  /** Products that are the same thing again, behind this one. */
  duplicates: string[];
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** How many of the found products have each value; of a filter that is set, as if it were not. */
export interface Facets {
  brands: FacetValue[];
  categories: FacetValue[];
  availability: FacetValue[];
  sizes: FacetValue[];
  colours: FacetValue[];
  materials: FacetValue[];
  /** In the currency asked for; null where nothing was found. */
  price: { currency: string; minMinor: number; maxMinor: number } | null;
}

export interface SearchAnswer {
  results: SearchResult[];
  facets: Facets;
  /** Products found in all, at most 200. */
  total: number;
  nextCursor: string | null;
  /** Set where nothing comes near: why, in English and as numbers, and where makers of it are. */
  noMatch: {
    reason: string;
    by: "filters" | "picture" | "words";
    percent: number;
    leastPercent: number;
    makersUrl: string;
  } | null;
  /** The weights used, adding up to 1. */
  weights: Weights;
  /** ISO date of the rates that prices were compared by. */
  ratesAsOf: string;
  /** What was understood of the words. */
  understood: { colours: string[]; materials: string[]; kind: string | null };
}
