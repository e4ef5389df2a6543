import { createPgVectors } from "#lib/adapters/vectors/pgvector/pgvector.ts";
import type {
  ProductVector,
  VectorFilter,
  VectorSpace,
  Vectors,
} from "#lib/adapters/vectors/port.ts";
import { Random } from "../../scripts/catalog/random.ts";
import { median, p95 } from "../measure.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";
import { lookBetween, manyProducts } from "./many-products.ts";
import { passes } from "./passes.ts";
import { measureUsearch, type UsearchTimes } from "./usearch.ts";

const BATCH = 500;
const QUERIES_EACH = 40;
const WARM_UP = 10;
const DEPTH = 10;

/** Filters as people set them, from none to one that few pass. */
function filtersFor({ facts }: ProductVector): Record<string, VectorFilter> {
  const { priceMinor, brand, category, sizes, colours } = facts;
  const around = { min: Math.round(priceMinor * 0.7), max: Math.round(priceMinor * 1.3) };
  return {
    none: {},
    category: { categories: [category] },
    price: { priceMinor: around },
    "colour in stock": { colours: colours.slice(0, 1), availability: ["in_stock"] },
    "category, price, in stock": {
      ...{ categories: [category], priceMinor: around, availability: ["in_stock"] },
    },
    "brand, size, price": { brands: [brand], sizes: sizes.slice(0, 1), priceMinor: around },
  };
}

export interface FilterTimes {
  filter: string;
  /** Mean share of all products that pass, 0 to 1. */
  passing: number;
  medianMs: number;
  p95Ms: number;
  /** Mean share of the exact ten that were found. */
  recall: number;
}

export interface ScaleResult {
  products: number;
  importSeconds: number;
  /** Of the graph, built at once when all are in. */
  indexSeconds: number;
  diskBytes: number;
  filters: FilterTimes[];
  p95Ms: number;
  recall: number;
  usearch: UsearchTimes;
}

function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}

/** The true nearest by comparing all, and how many pass. */
function exactly(products: readonly ProductVector[], query: Float32Array, filter: VectorFilter) {
  const passing = products.filter(({ facts }) => passes(facts, filter));
  const ids = passing
    .map(({ productId, vector }) => ({ productId, cosine: cosine(query, vector) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, DEPTH)
    .map(({ productId }) => productId);
  return { ids, passing: passing.length };
}

export const recallOf = (found: readonly string[], exact: readonly string[]) =>
  exact.length === 0 ? 1 : exact.filter((id) => found.includes(id)).length / exact.length;

/** Import, queries with filters and disk of so many products in the embedded database, beside usearch. */
export async function measureScale(
  known: readonly ProductVector[],
  space: VectorSpace,
  count: number,
): Promise<ScaleResult> {
  const products = manyProducts(known, count);
  const database = await openEmbeddedDatabase();
  try {
    const vectors = createPgVectors(() => database.db, { indexFrom: count });
    const startedMs = performance.now();
    for (let at = 0; at < count - 1; at += BATCH) {
      await vectors.upsert(space, products.slice(at, Math.min(at + BATCH, count - 1)));
      if (at % 10_000 === 0)
        console.log(`${at} in, ${Math.round(performance.now() - startedMs)} ms`);
    }
    const importSeconds = (performance.now() - startedMs) / 1000;
    await vectors.upsert(space, products.slice(-1));
    const indexSeconds = (performance.now() - startedMs) / 1000 - importSeconds;
    console.log({ importSeconds, indexSeconds });
    const diskBytes = database.diskBytes();
    const { filters, allMs, recall } = await ask(vectors, space, products);
    const usearch = await measureUsearch(products, queriesOf(products, QUERIES_EACH * 3));
    return {
      ...{ products: count, importSeconds, indexSeconds, diskBytes, filters, recall, usearch },
      p95Ms: p95(allMs),
    };
  } finally {
    await database.close();
  }
}

function queriesOf(products: readonly ProductVector[], count: number) {
  const random = new Random(11);
  return Array.from({ length: count }, () => {
    const like = random.pick(products);
    const vector = lookBetween(like.vector, random.pick(products).vector, random);
    return { like, vector };
  });
}

async function ask(vectors: Vectors, space: VectorSpace, products: readonly ProductVector[]) {
  const queries = queriesOf(products, QUERIES_EACH + WARM_UP);
  const names = Object.keys(filtersFor(products[0]!));
  const filters: FilterTimes[] = [];
  const allMs: number[] = [];
  for (const name of names) {
    const times: number[] = [];
    let [recall, passing] = [0, 0];
    for (const [index, { like, vector }] of queries.entries()) {
      const filter = filtersFor(like)[name]!;
      const startedMs = performance.now();
      const found = await vectors.query(space, { vector, filter, limit: DEPTH });
      const tookMs = performance.now() - startedMs;
      if (index < WARM_UP) continue;
      times.push(tookMs);
      const exact = exactly(products, vector, filter);
      recall +=
        recallOf(
          found.map(({ productId }) => productId),
          exact.ids,
        ) / QUERIES_EACH;
      passing += exact.passing / products.length / QUERIES_EACH;
    }
    allMs.push(...times);
    filters.push({ filter: name, passing, medianMs: median(times), p95Ms: p95(times), recall });
    console.log(filters.at(-1));
  }
  const recall = filters.reduce((sum, one) => sum + one.recall, 0) / filters.length;
  return { filters, allMs, recall };
}
