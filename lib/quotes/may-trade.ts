import { conflict } from "#lib/shared/errors.ts";
import type { QuoteStanding } from "./row.ts";

/** Offers one talk holds. */
const MOST_OFFERS = 50;

/** Throws `conflict` where another offer would be too many: each is read with the talk, and mailed. */
export function requireRoom({ offerNumber }: QuoteStanding): void {
  if (offerNumber >= MOST_OFFERS) throw conflict(`A talk holds ${MOST_OFFERS} offers.`);
}

/** Throws `conflict` while the atelier may not trade: orders that run go on, nothing new begins. */
export function requireTrade({ atelier }: QuoteStanding): void {
  if (atelier.status !== "approved") throw conflict("This atelier takes no orders at present.");
}
