import type { ProductFacts, VectorFilter } from "../port.ts";

/** What stands beside a vector there. Pinecone knows neither null nor nesting. */
export type Metadata = {
  product_id: string;
  price_minor: number;
  brand: string;
  category: string;
  availability: string;
  sizes: string[];
  colours: string[];
  materials: string[];
};

export function toMetadata(facts: ProductFacts): Omit<Metadata, "product_id"> {
  return {
    price_minor: facts.priceMinor,
    brand: facts.brand,
    category: facts.category,
    availability: facts.availability,
    sizes: [...facts.sizes],
    colours: [...facts.colours],
    materials: [...facts.materials],
  };
}

/** Fields of a filter by the field they ask; `$in` on a list holds where one of its words is among these. */
const LISTS = [
  ["brands", "brand"],
  ["categories", "category"],
  ["availability", "availability"],
  ["sizes", "sizes"],
  ["colours", "colours"],
  ["materials", "materials"],
] as const;

/** The same question in Pinecone's words; undefined asks nothing. */
export function toPineconeFilter(filter: VectorFilter = {}): object | undefined {
  const { min, max } = filter.priceMinor ?? {};
  const price = {
    ...(min !== undefined && { $gte: min }),
    ...(max !== undefined && { $lte: max }),
  };
  const lists = LISTS.flatMap(([asked, field]) => {
    const words = filter[asked];
    return words && words.length > 0 ? [{ [field]: { $in: [...words] } }] : [];
  });
  const all = [...(Object.keys(price).length > 0 ? [{ price_minor: price }] : []), ...lists];
  return all.length > 0 ? { $and: all } : undefined;
}
