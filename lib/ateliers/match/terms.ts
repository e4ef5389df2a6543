import { amount } from "#lib/kernel/price/amount.ts";
import { MAKING } from "#lib/kernel/print/check-process.ts";
import { type Currency, exchangeMinor, type Rates } from "#lib/shared/exchange.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import type { DesignFeatures } from "../features/types.ts";
import type { Schedule } from "./schedule.ts";
import type { CraftFit } from "./similarity.ts";
import type { Candidate, EstimateRange, MatchRequest, MatchTerm } from "./types.ts";
import { MATCH_TERMS, type MatchTermId, sharesOf, type Weights } from "./weights.ts";

/** All that the terms of one match are made from. */
export interface Considered {
  features: DesignFeatures;
  atelier: Candidate;
  request: MatchRequest;
  estimate: EstimateRange;
  /** The lowest estimate of all matches, euro cents: what prices are held against without a budget. */
  cheapestEuroMinor: number;
  schedule: Schedule;
  fit: CraftFit;
  distanceKm: number | null;
}

interface Rated {
  value: number;
  /** Written only for matches that are shown. */
  reason: () => string;
}

const clamp = (value: number) => Math.max(0, Math.min(1, value));
const DAY_MS = 24 * 60 * 60 * 1000;

/** Middle of the range, in the estimate's own minor units. */
const middleMinor = ({ low, high }: EstimateRange) => (low.totalMinor + high.totalMinor) / 2;

export const euroMinorOf = (estimate: EstimateRange, exchange: Rates): number =>
  exchangeMinor(middleMinor(estimate), estimate.low.currency, "EUR", exchange);

/** At a limit 0.5, at half of it (or one and a half of a least) 1. */
function capability({ features, atelier }: Considered): Rated {
  const { process, thinnestWallMm: wall, boxMm } = features;
  const { wallMm, largestBoxMm } = atelier.limits;
  const parts: { value: number; text: string }[] = [];
  const least = process ? wallMm[process] : undefined;
  if (process && least !== undefined && wall !== null) {
    const text = `can ${MAKING[process]} from ${least} mm, here ${wall.toFixed(2)} mm`;
    parts.push({ value: clamp(0.5 + (wall / least - 1)), text });
  }
  if (boxMm && largestBoxMm) {
    const filled = Math.max(...boxMm.map((side, at) => side / largestBoxMm[at]!));
    const text = `fills ${Math.round(filled * 100)} % of the largest size`;
    parts.push({ value: clamp(1.5 - filled), text });
  }
  const needed = features.crafts.map(({ craft }) => craft as string);
  const shown = atelier.works.filter(({ crafts }) => needed.some((one) => crafts.includes(one)));
  const pieces = shown.length === 1 ? "1 piece" : `${shown.length} pieces`;
  parts.push({ value: clamp(shown.length / 3), text: `shows ${pieces} of these crafts` });
  const value = parts.reduce((sum, part) => sum + part.value, 0) / parts.length;
  return { value, reason: () => sentence(parts.map(({ text }) => text)) };
}

function craftFit({ atelier, fit }: Considered): Rated {
  const { value, cosine: look, best } = fit;
  const how =
    look === null ? "by what it is" : `by its look (cosine ${look.toFixed(2)}) and what it is`;
  return {
    value,
    reason: () =>
      atelier.works.length === 0
        ? "Shows no pictures of its work."
        : `Picture ${best + 1} of its work is the most alike, ${how}.`,
  };
}

/** With a budget 1 at 60 % of it, 0.5 at all of it, 0 at 140 %. Without one: 1 as the cheapest, 0 at three times that. */
function price({ estimate, request, cheapestEuroMinor }: Considered): Rated {
  const { budget, exchange } = request;
  if (!budget) {
    const times = euroMinorOf(estimate, exchange) / cheapestEuroMinor;
    return {
      value: clamp(1 - (times - 1) / 2),
      reason: () =>
        times < 1.005
          ? "The lowest estimate of all."
          : `${times.toFixed(2)} times the lowest estimate.`,
    };
  }
  const own = exchangeMinor(
    middleMinor(estimate),
    estimate.low.currency,
    budget.currency,
    exchange,
  );
  const used = own / budget.amountMinor;
  return {
    value: clamp(1 - (used - 0.6) / 0.8),
    reason: () =>
      `${Math.round(used * 100)} % of the budget of ${amount(budget.amountMinor, budget.currency)}.`,
  };
}

/** Half at 1,000 km. */
function distance({ distanceKm: km, atelier }: Considered): Rated | null {
  if (km === null) return null;
  const from = `${atelier.place}, ${countryName(atelier.country)}`;
  return {
    value: 1 / (1 + km / 1000),
    reason: () => `${Math.round(km).toLocaleString("en")} km from you, in ${from}.`,
  };
}

/** With a deadline: 14 days to spare are as good as can be. Without: half at 28 days. */
function leadTime({ schedule: { arrivesOn }, request: { deadline, now } }: Considered): Rated {
  const days = (arrivesOn.getTime() - now.getTime()) / DAY_MS;
  const text = `With you in ${Math.ceil(days)} days`;
  if (!deadline) return { value: 1 / (1 + days / 28), reason: () => `${text}.` };
  const spare = (deadline.getTime() - arrivesOn.getTime()) / DAY_MS;
  return {
    value: clamp(0.5 + spare / 28),
    reason: () => `${text}, ${Math.floor(spare)} to spare.`,
  };
}

/** Few reviews are drawn towards four stars, as five of them would. */
const PRIOR = { stars: 4, reviews: 5 };

function rating({ atelier: { ratingSum, ratingCount } }: Considered): Rated {
  const stars = (ratingSum + PRIOR.stars * PRIOR.reviews) / (ratingCount + PRIOR.reviews);
  return {
    value: clamp((stars - 1) / 4),
    reason: () =>
      ratingCount === 0
        ? "No reviews yet: counted as four stars."
        : `${(ratingSum / ratingCount).toFixed(1)} stars from ${ratingCount} ${ratingCount === 1 ? "review" : "reviews"}.`,
  };
}

function capacity({ schedule: { freeShare } }: Considered): Rated {
  return {
    value: freeShare,
    reason: () => `${Math.round(freeShare * 100)} % of the next four weeks is free.`,
  };
}

const TERMS: Record<MatchTermId, (considered: Considered) => Rated | null> = {
  capability,
  "craft-fit": craftFit,
  price,
  distance,
  "lead-time": leadTime,
  rating,
  capacity,
};

const FOUR_DECIMALS = 10_000;
const rounded = (value: number) => Math.round(value * FOUR_DECIMALS) / FOUR_DECIMALS;

const WITHOUT_DISTANCE = MATCH_TERMS.filter((id) => id !== "distance");

/** Shares by how many terms apply, kept for the weights of a ranking: thousands of matches have the same two. */
const kept = new WeakMap<Weights, Map<number, Weights>>();

function keptShares(weights: Weights, count: number): Weights {
  const byCount = kept.get(weights) ?? new Map<number, Weights>();
  kept.set(weights, byCount);
  const applying = count === MATCH_TERMS.length ? MATCH_TERMS : WITHOUT_DISTANCE;
  const shares = byCount.get(count) ?? sharesOf(weights, applying);
  byCount.set(count, shares);
  return shares;
}

/** A score whose terms are written out when somebody reads them. */
export interface Scored {
  score: number;
  terms(): MatchTerm[];
}

/** The score of a match: the sum of its terms' points. A term that cannot be told (distance) has no share in it. */
export function scoreOf(considered: Considered, weights: Weights): Scored {
  const rated: (Rated & { id: MatchTermId })[] = [];
  for (const id of MATCH_TERMS) {
    const one = TERMS[id](considered);
    if (one) rated.push({ id, value: one.value, reason: one.reason });
  }
  const shares = keptShares(weights, rated.length);
  const points = rated.map(({ id, value }) => Math.round(value * shares[id] * FOUR_DECIMALS));
  return {
    score: points.reduce((sum, one) => sum + one, 0) / FOUR_DECIMALS,
    terms: () =>
      rated.map(({ id, value, reason }, at) => ({
        id,
        value: rounded(value),
        weight: shares[id],
        points: points[at]! / FOUR_DECIMALS,
        reason: reason(),
      })),
  };
}

function sentence(parts: readonly string[]): string {
  const text = parts.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** The budget, when it is less than metal and stones alone: what these cost, in its currency. */
export function underMaterialOf(
  { low }: EstimateRange,
  { budget, exchange }: Pick<MatchRequest, "budget" | "exchange">,
): { materialMinor: number; currency: Currency } | null {
  if (!budget) return null;
  const { currency, amountMinor } = budget;
  const materialMinor = Math.ceil(
    exchangeMinor(low.materialMinor, low.currency, currency, exchange),
  );
  return materialMinor > amountMinor ? { materialMinor, currency } : null;
}
