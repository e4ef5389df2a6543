import type { EmbedderId } from "../embedder/port.ts";

/**
 * Where vectors live: those of one catalogue by one embedder. A change of embedder fills a new
 * space while the old one still serves.
 */
export interface VectorSpace {
  /** The catalogue: lower-case letters, digits and `-`, 1 to 40 characters. */
  namespace: string;
  embedder: EmbedderId;
}

/** What of a product filters may ask. Words are compared as they are written. */
export interface ProductFacts {
  /** In minor units of the catalogue's common currency, so that ranges compare; integer ≥ 0. */
  priceMinor: number;
  brand: string;
  category: string;
  availability: string;
  sizes: readonly string[];
  colours: readonly string[];
  materials: readonly string[];
}

/** The vector of one picture of a product. */
export interface ProductVector {
  /** Id of the picture: 1 to 64 letters, digits, `-`, `_`, `:` and `.`. */
  id: string;
  /** Likewise. A product may have several pictures. */
  productId: string;
  /** A unit vector of the space's dimensions. */
  vector: Float32Array;
  facts: ProductFacts;
}

/** All that are given must hold; of a list, one is enough. An empty list restricts nothing. */
export interface VectorFilter {
  /** Both ends included. */
  priceMinor?: { min?: number; max?: number };
  brands?: readonly string[];
  categories?: readonly string[];
  availability?: readonly string[];
  sizes?: readonly string[];
  colours?: readonly string[];
  materials?: readonly string[];
}

export interface VectorQuery {
  /** A unit vector by the space's embedder. */
  vector: Float32Array;
  filter?: VectorFilter;
  /** Products, 1 to 1000. */
  limit: number;
  /** Also answer the matches' vectors, to compare them with each other. Default false. */
  withVectors?: boolean;
}

/** A product by the picture of it that is nearest. */
export interface VectorMatch {
  id: string;
  productId: string;
  /** -1 to 1. */
  cosine: number;
  /** Where it was asked for. */
  vector?: Float32Array;
}

export interface VectorIdPage {
  /** Picture and product, in order of the picture's id. */
  ids: { id: string; productId: string }[];
  /** Where to go on; null at the end. */
  cursor: string | null;
}

/**
 * The nearest products. A space is there as soon as a vector is put into it. Throws `invalid_input`
 * for ids, vectors or limits out of bounds and `unavailable` (retryable) where it does not answer.
 * A write may take seconds to be seen by queries, as rented indexes work.
 */
export interface Vectors {
  /** Name of the implementation, for the readiness page. */
  readonly name: string;
  /** Puts vectors in or in place of those with their ids: at most 1000. */
  upsert(space: VectorSpace, vectors: readonly ProductVector[]): Promise<void>;
  /** Changes what filters see of these products and leaves their vectors; unknown ones are no error. */
  updateFacts(
    space: VectorSpace,
    products: readonly { productId: string; facts: ProductFacts }[],
  ): Promise<void>;
  /** Removes every vector of these products; unknown ones are no error. */
  deleteProducts(space: VectorSpace, productIds: readonly string[]): Promise<void>;
  /** Removes these pictures' vectors; unknown ones are no error. */
  delete(space: VectorSpace, ids: readonly string[]): Promise<void>;
  /** The nearest products, nearest first, each once; none where the space is not there. */
  query(space: VectorSpace, query: VectorQuery): Promise<VectorMatch[]>;
  /** Vectors of these products as they are kept, in no order; unknown ones are left out. */
  fetch(
    space: VectorSpace,
    productIds: readonly string[],
  ): Promise<{ id: string; productId: string; vector: Float32Array }[]>;
  /** What is in a space, page by page, so that a re-sync finds what is missing and what is left over. */
  listIds(space: VectorSpace, page: { cursor?: string; limit: number }): Promise<VectorIdPage>;
  /** The spaces of a catalogue with the number of their vectors. */
  listSpaces(namespace: string): Promise<{ embedder: EmbedderId; vectors: number }[]>;
  /** Removes a space and all in it; one that is not there is no error. */
  dropSpace(space: VectorSpace): Promise<void>;
  /** Throws `unavailable` when it does not answer. */
  check(): Promise<void>;
}
