import { z } from "zod";

export const MATCH_TERMS = [
  "capability",
  "craft-fit",
  "price",
  "distance",
  "lead-time",
  "rating",
  "capacity",
] as const;

export type MatchTermId = (typeof MATCH_TERMS)[number];

export type Weights = Record<MatchTermId, number>;

/** Until an admin changes them. */
export const DEFAULT_WEIGHTS: Weights = {
  capability: 0.2,
  "craft-fit": 0.2,
  price: 0.2,
  distance: 0.1,
  "lead-time": 0.1,
  rating: 0.12,
  capacity: 0.08,
};

const share = z.number().min(0, "A weight cannot be negative.").max(100);

/** Weights as an admin gives them; what counts is how they stand to each other. */
export const weightsInput = z
  .object({
    capability: share,
    "craft-fit": share,
    price: share,
    distance: share,
    "lead-time": share,
    rating: share,
    capacity: share,
  })
  .refine((weights) => sumOf(weights) > 0, { message: "At least one weight must count." });

const sumOf = (weights: Weights, ids: readonly MatchTermId[] = MATCH_TERMS) =>
  ids.reduce((sum, id) => sum + weights[id], 0);

/** Shares of the terms that apply, adding up to 1; all alike where none of them has a weight. */
export function sharesOf(weights: Weights, applying: readonly MatchTermId[]): Weights {
  const sum = sumOf(weights, applying);
  const shares = Object.fromEntries(MATCH_TERMS.map((id) => [id, 0])) as Weights;
  for (const id of applying) shares[id] = sum > 0 ? weights[id] / sum : 1 / applying.length;
  return shares;
}
