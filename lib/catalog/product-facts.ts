import type { ProductFacts } from "#lib/adapters/vectors/port.ts";

/** The columns that filters ask for. */
export interface FactColumns {
  priceEurMinor: number;
  category: string;
  availability: string;
  sizes: string[];
  colours: string[];
  materials: string[];
  brand: { key: string };
}

export const factSelect = {
  priceEurMinor: true,
  category: true,
  availability: true,
  sizes: true,
  colours: true,
  materials: true,
  brand: { select: { key: true } },
} as const;

/** What the vector index knows of a product; prices in euro cents, brands by their key. */
export function toFacts(row: FactColumns): ProductFacts {
  const {
    priceEurMinor: priceMinor,
    brand,
    category,
    availability,
    sizes,
    colours,
    materials,
  } = row;
  return { priceMinor, brand: brand.key, category, availability, sizes, colours, materials };
}
