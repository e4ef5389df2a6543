import { type Currency, exchangeMinor } from "#lib/shared/exchange.ts";
import { distanceKm } from "#lib/shared/places/places.ts";
import { estimateOf } from "../estimate.ts";
import type { DesignFeatures } from "../features/types.ts";
import { blockersOf } from "./blockers.ts";
import type { PictureVector } from "./picture-vector.ts";
import {
  type Calendar,
  calendarFrom,
  hoursFor,
  type Schedule,
  scheduleOf,
  timeBlockers,
} from "./schedule.ts";
import { craftFitOf } from "./similarity.ts";
import { type Considered, euroMinorOf, scoreOf, underMaterialOf } from "./terms.ts";
import type { Candidate, EstimateRange, Excluded, Match, MatchRequest } from "./types.ts";
import type { Weights } from "./weights.ts";

export interface RankInput {
  features: DesignFeatures;
  /** Descriptor of the design's picture. */
  vector: PictureVector | null;
  request: MatchRequest;
  candidates: Iterable<Candidate>;
  weights: Weights;
  /** Matches and excluded ateliers to write out. */
  most: { matches: number; excluded: number };
}

export interface Ranking {
  /** Best first; examples that nobody answers for come after all others. */
  matches: Match[];
  matchCount: number;
  /** With the fewest broken limits first. */
  excluded: Excluded[];
  excludedCount: number;
  /** Set where the budget pays metal and stones nowhere: what they cost where they cost least, in its currency. */
  leastMaterial: { materialMinor: number; currency: Currency } | null;
}

/** Who can make a design, best first, and who cannot and why. Pure: same input, same ranking. */
export function rankAteliers(input: RankInput): Ranking {
  const { weights, most } = input;
  const { able, excluded } = sortOut(input);
  const cheapestEuroMinor = Math.max(
    1,
    able.reduce((least, one) => Math.min(least, one.euroMinor), Number.POSITIVE_INFINITY),
  );
  const scored = able.map((one) => {
    const considered = { ...one.considered, cheapestEuroMinor };
    return { considered, ...scoreOf(considered, weights) };
  });
  scored.sort(
    (one, other) =>
      Number(one.considered.atelier.isExample) - Number(other.considered.atelier.isExample) ||
      other.score - one.score ||
      (one.considered.atelier.id < other.considered.atelier.id ? -1 : 1),
  );
  return {
    matches: scored.slice(0, most.matches).map(toMatch),
    matchCount: scored.length,
    excluded: excluded
      .sort((one, other) => one.blockers.length - other.blockers.length)
      .slice(0, most.excluded),
    excludedCount: excluded.length,
    leastMaterial: leastMaterialOf(scored, input.request),
  };
}

interface Able {
  considered: Omit<Considered, "cheapestEuroMinor">;
  euroMinor: number;
}

/** Leaves out whom the filters do not ask for, and parts the others by the hard limits. */
function sortOut(input: RankInput): { able: Able[]; excluded: Excluded[] } {
  const { features, request, candidates } = input;
  const calendar = calendarFrom(request.now);
  const hours = hoursFor(features.complexity.class, request.quantity);
  const able: Able[] = [];
  const excluded: Excluded[] = [];
  for (const atelier of candidates) {
    if (request.country && atelier.country !== request.country) continue;
    const km = distanceTo(atelier, request);
    if (request.maxKm !== null && km !== null && km > request.maxKm) continue;
    const { schedule, blockers } = limitsOf(input, atelier, hours, calendar);
    if (!schedule || blockers.length > 0) {
      excluded.push({ atelier, blockers });
      continue;
    }
    const one = considerOne(input, atelier, schedule, km);
    if (request.withinBudget && isOverBudget(one.estimate, request)) continue;
    able.push({ considered: one, euroMinor: euroMinorOf(one.estimate, request.exchange) });
  }
  return { able, excluded };
}

function limitsOf(
  { features, request }: RankInput,
  atelier: Candidate,
  hours: number,
  calendar: Calendar,
) {
  const schedule = scheduleOf(atelier, hours, calendar, request);
  const limits = blockersOf(features, atelier, request);
  return { schedule, blockers: [...limits, ...timeBlockers(schedule, request)] };
}

function considerOne(
  { features, vector, request }: RankInput,
  atelier: Candidate,
  schedule: Schedule,
  km: number | null,
): Able["considered"] {
  return {
    features,
    atelier,
    request,
    schedule,
    distanceKm: km,
    estimate: estimateRange(features, atelier, request.quantity),
    fit: craftFitOf(features, vector, atelier.works),
  };
}

function estimateRange(
  { bill }: DesignFeatures,
  { rates, minimumOrderMinor, rateCardVersion }: Candidate,
  quantity: number,
): EstimateRange {
  const low = estimateOf(bill.low, rates, { quantity, minimumOrderMinor });
  const isRange = bill.low !== bill.high;
  const high = isRange ? estimateOf(bill.high, rates, { quantity, minimumOrderMinor }) : low;
  return { low, high, isRange, rateCardVersion, validDays: rates.validDays };
}

function distanceTo(
  { latitude, longitude }: Candidate,
  { destination }: MatchRequest,
): number | null {
  if (latitude === null || longitude === null) return null;
  if (destination.latitude === null || destination.longitude === null) return null;
  const to = { latitude: destination.latitude, longitude: destination.longitude };
  return distanceKm({ latitude, longitude }, to);
}

function isOverBudget({ low }: EstimateRange, { budget, exchange }: MatchRequest): boolean {
  if (!budget) return false;
  const own = exchangeMinor(low.totalMinor, low.currency, budget.currency, exchange);
  return own > budget.amountMinor;
}

function toMatch({
  considered,
  score,
  terms,
}: {
  considered: Considered;
  score: number;
  terms: () => Match["terms"];
}): Match {
  const { atelier, estimate, schedule, distanceKm: km, request } = considered;
  return {
    atelier,
    score,
    terms: terms(),
    estimate,
    distanceKm: km,
    readyOn: schedule.readyOn,
    arrivesOn: schedule.arrivesOn,
    underMaterial: underMaterialOf(estimate, request),
  };
}

function leastMaterialOf(
  scored: readonly { considered: Considered }[],
  request: MatchRequest,
): Ranking["leastMaterial"] {
  if (!request.budget || scored.length === 0) return null;
  const under = scored.map(({ considered }) => underMaterialOf(considered.estimate, request));
  if (under.some((one) => one === null)) return null;
  return under.reduce((least, one) => (one!.materialMinor < least!.materialMinor ? one : least));
}
