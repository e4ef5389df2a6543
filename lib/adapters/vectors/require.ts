import { invalidInput } from "../../shared/errors.ts";
import type { ProductVector, VectorQuery, VectorSpace } from "./port.ts";

/** Most vectors of one upsert, and most products of one query. */
export const MOST_VECTORS = 1000;

const NAMESPACE = /^[a-z0-9-]{1,40}$/;
const ID = /^[A-Za-z0-9._:-]{1,64}$/;
/** How far a unit vector's length may be off: vectors come in 32 bits, and rented ones rounded. */
const LENGTH_TOLERANCE = 1e-3;

function requireUnit(vector: Float32Array, { embedder }: VectorSpace): void {
  const { dimensions } = embedder;
  if (vector.length !== dimensions) {
    throw invalidInput(`A vector of ${embedder.name} has ${dimensions} numbers.`, {
      details: { dimensions, given: vector.length },
    });
  }
  const length = Math.hypot(...vector);
  if (!(Math.abs(length - 1) <= LENGTH_TOLERANCE)) {
    throw invalidInput("A vector must have the length 1.", { details: { length } });
  }
}

export function requireSpace({ namespace }: VectorSpace): void {
  if (NAMESPACE.test(namespace)) return;
  throw invalidInput("A catalogue's name has 1 to 40 lower-case letters, digits and -.", {
    details: { namespace },
  });
}

/** Throws `invalid_input` where a batch is too large or one of it has a wrong id, price or vector. */
export function requireVectors(space: VectorSpace, vectors: readonly ProductVector[]): void {
  requireSpace(space);
  if (vectors.length > MOST_VECTORS) {
    throw invalidInput(`At most ${MOST_VECTORS} vectors go in at once.`);
  }
  for (const { id, productId, vector, facts } of vectors) {
    if (!ID.test(id) || !ID.test(productId)) {
      throw invalidInput("An id has 1 to 64 letters, digits and . _ : -", { details: { id } });
    }
    if (!Number.isSafeInteger(facts.priceMinor) || facts.priceMinor < 0) {
      throw invalidInput("A price is a whole number of minor units, not below 0.", {
        details: { id, price_minor: facts.priceMinor },
      });
    }
    requireUnit(vector, space);
  }
}

/** Throws `invalid_input` where the vector is none of the space's, the limit out of 1 to 1000 or the range empty. */
export function requireQuery(space: VectorSpace, { vector, limit, filter }: VectorQuery): void {
  requireSpace(space);
  requireUnit(vector, space);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_VECTORS) {
    throw invalidInput(`Ask for 1 to ${MOST_VECTORS} products.`, { details: { limit } });
  }
  const { min = 0, max = Number.POSITIVE_INFINITY } = filter?.priceMinor ?? {};
  if (min > max) {
    throw invalidInput("The lowest price is above the highest.", { details: { min, max } });
  }
}
