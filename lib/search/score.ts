import type { Weights } from "./weights.ts";

/** The four terms of a score; cosine -1 to 1, the others 0 to 1. */
export interface Terms {
  /** How alike it looks, or how much of the words it meets. */
  cosine: number;
  price: number;
  brand: number;
  availability: number;
}

/** score = α·cosine + β·price_alignment + γ·brand_score + δ·availability; the weights add up to 1. */
export function scoreOf(terms: Terms, shares: Weights): number {
  return (
    shares.cosine * terms.cosine +
    shares.price * terms.price +
    shares.brand * terms.brand +
    shares.availability * terms.availability
  );
}

/** δ's term: how soon one can have it. */
export const AVAILABILITY_TERM: Readonly<Record<string, number>> = {
  in_stock: 1,
  preorder: 0.6,
  backorder: 0.4,
  out_of_stock: 0,
};

/** What a person is ready to pay, in euro cents. */
export type PriceWish =
  | { about: number }
  | { min: number; max: number }
  | { max: number }
  | { min: number };

/** Natural log of the ratio at which a price above the wish has lost two fifths of its term, and one below it. */
const SPREAD_ABOVE = 0.5;
const SPREAD_BELOW = 1;
/** What the dearest end of a range keeps of the cheapest's term. */
const RANGE_LOSS = 0.5;

/**
 * How well a price fits, 0 to 1:
 * - near a price t: exp(−ln(p/t)² / 2σ²), σ = 0.5 above t and 1 below (twice t gives 0.383, half of it 0.786);
 * - in a range: 1 at its cheapest end, falling straight to 0.5 at its dearest (from 0 where no minimum is given);
 * - with a minimum alone: as near that minimum;
 * - without a wish: 1 − the share of candidates that are cheaper, `cheaperShare`.
 */
export function priceAlignment(
  cents: number,
  wish: PriceWish | null,
  cheaperShare: number,
): number {
  if (wish === null) return 1 - cheaperShare;
  if ("about" in wish) return nearness(cents, wish.about);
  if (!("max" in wish)) return nearness(cents, wish.min);
  const min = "min" in wish ? wish.min : 0;
  if (cents < min || cents > wish.max) return 0;
  const span = wish.max - min;
  return span === 0 ? 1 : 1 - (RANGE_LOSS * (cents - min)) / span;
}

function nearness(cents: number, target: number): number {
  if (target <= 0) return 1;
  const ratio = Math.log(Math.max(cents, 1) / target);
  const spread = ratio > 0 ? SPREAD_ABOVE : SPREAD_BELOW;
  return Math.exp(-(ratio * ratio) / (2 * spread * spread));
}

/** For each price the share of all that are strictly cheaper, 0 to 1. */
export function cheaperShares(cents: readonly number[]): Map<number, number> {
  const sorted = [...cents].sort((a, b) => a - b);
  const shares = new Map<number, number>();
  for (const [index, price] of sorted.entries()) {
    if (!shares.has(price)) shares.set(price, index / sorted.length);
  }
  return shares;
}
