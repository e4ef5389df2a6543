import { currentRates } from "#lib/catalog/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { amount } from "#lib/kernel/price/amount.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import type { Currency, Rates } from "#lib/shared/exchange.ts";
import { isCountry } from "#lib/shared/places/countries.ts";
import { type AtelierCard, firstPictures, toCard } from "./card.ts";
import { readFeatures, type Subject } from "./features/read-features.ts";
import type { DesignFeatures } from "./features/types.ts";
import { listCandidates } from "./match/candidates.ts";
import { currentWeights } from "./match/current-weights.ts";
import { type LocationInput, toDestination } from "./match/destination.ts";
import { type Ranking, rankAteliers } from "./match/rank.ts";
import type { Destination, Excluded, Match, MatchRequest } from "./match/types.ts";

export interface MatchInput extends Subject {
  location?: LocationInput | undefined;
  budget?: { amountMinor: number; currency: Currency } | undefined;
  /** To be in the customer's hands. */
  deadline?: Date | undefined;
  /** Pieces, default 1. */
  quantity?: number | undefined;
  /** Only ateliers of this country, alpha-2. */
  country?: string | undefined;
  maxKm?: number | undefined;
  withinBudget?: boolean | undefined;
  /** Matches to write out, 1 to 100, default 20. */
  limit?: number | undefined;
}

export interface MatchNote {
  code: "location-unknown" | "budget-under-material" | "range" | "walls-unmeasured";
  message: string;
}

export type MatchView = Omit<Match, "atelier"> & { atelier: AtelierCard; blockers: [] };
export type ExcludedView = Omit<Excluded, "atelier"> & { atelier: AtelierCard };

export interface MatchAnswer {
  features: DesignFeatures;
  revisionNumber: number | null;
  destination: Destination;
  /** Best first. */
  matches: MatchView[];
  matchCount: number;
  /** Who cannot make it and why, nearest to it first. */
  excluded: ExcludedView[];
  excludedCount: number;
  notes: MatchNote[];
}

const MOST_EXCLUDED = 20;

/**
 * Who can make a design, with score, terms and estimate, and who cannot and why. Throws `unauthenticated`, `not_found`
 * for a foreign design or picture, `invalid_input` for a deadline in the past or a subject nobody understands.
 */
export async function matchAteliers(ctx: Ctx, input: MatchInput): Promise<MatchAnswer> {
  const { destination, note } = toDestination(input.location);
  const request = toRequest(input, destination, ctx.now(), await currentRates(ctx));
  const candidates = await listCandidates(ctx.db);
  const { features, vector, revisionNumber } = await readFeatures(ctx, input, candidates.values());
  const weights = await currentWeights(ctx);
  const most = { matches: input.limit ?? 20, excluded: MOST_EXCLUDED };
  const ranking = rankAteliers({
    ...{ features, vector, request, weights, most },
    candidates: candidates.values(),
  });
  return {
    ...(await withCards(ctx, ranking)),
    features,
    revisionNumber,
    destination,
    notes: notesOf(features, ranking, request, note),
  };
}

function toRequest(
  input: MatchInput,
  destination: Destination,
  now: Date,
  exchange: Rates,
): MatchRequest {
  const { deadline = null, budget = null, quantity = 1, maxKm = null } = input;
  if (deadline && deadline <= now) {
    throw invalidInput("The date by which you need it has passed.", {
      details: { field: "deadline", minimum: now.toISOString() },
      fieldErrors: { deadline: "This date has passed." },
    });
  }
  const country = input.country?.toUpperCase() ?? null;
  if (country && !isCountry(country)) {
    throw invalidInput(`There is no country ${country}.`, { details: { field: "country" } });
  }
  const withinBudget = input.withinBudget ?? false;
  return {
    ...{ destination, budget, exchange, deadline, quantity, now },
    ...{ country, maxKm, withinBudget },
  };
}

async function withCards(ctx: Ctx, ranking: Ranking) {
  const { matches, matchCount, excluded, excludedCount } = ranking;
  const shown = [...matches, ...excluded].map(({ atelier }) => atelier.id);
  const pictures = await firstPictures(ctx, shown);
  const cardOf = ({ atelier }: Match | Excluded) =>
    toCard(atelier, pictures.get(atelier.id) ?? null);
  return {
    matchCount,
    excludedCount,
    matches: matches.map(
      (match): MatchView => ({
        ...match,
        atelier: cardOf(match),
        blockers: [],
      }),
    ),
    excluded: excluded.map((one): ExcludedView => ({ ...one, atelier: cardOf(one) })),
  };
}

function notesOf(
  features: DesignFeatures,
  { leastMaterial }: Ranking,
  { budget }: MatchRequest,
  locationNote: string | null,
): MatchNote[] {
  const notes: MatchNote[] = [];
  if (locationNote) notes.push({ code: "location-unknown", message: locationNote });
  if (leastMaterial && budget) {
    const least = amount(leastMaterial.materialMinor, leastMaterial.currency);
    const message = `Its materials alone cost ${least} where they cost least; your budget is ${amount(budget.amountMinor, budget.currency)}.`;
    notes.push({ code: "budget-under-material", message });
  }
  if (features.source !== "measures") {
    const message =
      "Nobody has measured this piece, so each estimate is a range: from a light one of its sort to a heavy one.";
    notes.push({ code: "range", message });
  } else if (features.process && features.thinnestWallMm === null) {
    const message =
      "Its walls are still being measured: what an atelier takes at least is not checked yet.";
    notes.push({ code: "walls-unmeasured", message });
  }
  return notes;
}
