import { z } from "zod";
import type { Ctx } from "#lib/context.ts";

/** How much each term counts; used as shares of their sum. */
export interface Weights {
  cosine: number;
  price: number;
  brand: number;
  availability: number;
}

export const DEFAULT_WEIGHTS: Weights = {
  cosine: 0.7,
  price: 0.12,
  brand: 0.08,
  availability: 0.1,
};

const weight = z.number().min(0).max(100);

/** Weights of one request; what is left out stays as it is stored. */
export const weightsInput = z.strictObject({
  cosine: weight.optional(),
  price: weight.optional(),
  brand: weight.optional(),
  availability: weight.optional(),
});

/** The weights in force, as they were set. */
export async function storedWeights({ db }: Pick<Ctx, "db">): Promise<Weights> {
  const row = await db.searchWeights.findFirst({
    orderBy: { createdAt: "desc" },
    select: { cosine: true, price: true, brand: true, availability: true },
  });
  return row ?? DEFAULT_WEIGHTS;
}

/** Scaled so that they add up to 1, and scores stay comparable; the standard ones where all are 0. */
export function toShares(weights: Weights): Weights {
  const { cosine, price, brand, availability } = weights;
  const sum = cosine + price + brand + availability;
  if (sum <= 0) return DEFAULT_WEIGHTS;
  return {
    cosine: cosine / sum,
    price: price / sum,
    brand: brand / sum,
    availability: availability / sum,
  };
}
