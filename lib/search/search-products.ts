import type { VectorFilter } from "#lib/adapters/vectors/port.ts";
import type { Ctx } from "#lib/context.ts";
import { type Candidate, findCandidates, MOST_CANDIDATES, searchSpaces } from "./candidates.ts";
import { beforeBetter, type Group } from "./diversity.ts";
import { facetsOf } from "./facets.ts";
import type { ParsedSearch } from "./input.ts";
import { noMatchOf } from "./no-match.ts";
import { pageCursor, pageStart } from "./page-cursor.ts";
import { planSearch, type SearchPlan } from "./plan.ts";
import { type CardRow, cardSelect, toCard } from "./product-card.ts";
import { rank, type Scored, vectorsOf } from "./rank.ts";
import type { SearchAnswer, SearchResult } from "./types.ts";
import { storedWeights, toShares } from "./weights.ts";
import { reasonsOf, whyOf } from "./why.ts";

/**
 * Products that look like a picture, meet words, or both, each with the four terms of its score. Errors name the valid
 * choices: `invalid_input` (nothing to search by, unknown category, currency, foreign cursor), `not_found` (picture,
 * design, product), `conflict` (a design without pictures yet), those of a fetched picture.
 */
export async function searchProducts(ctx: Ctx, input: ParsedSearch): Promise<SearchAnswer> {
  const start = pageStart(input);
  const plan = await planSearch(ctx, input);
  const shares = toShares({ ...(await storedWeights(ctx)), ...given(input.weights ?? {}) });
  const { candidates, rows, facetRows } = await load(ctx, plan);
  const { moreLike = [], lessLike = [] } = input;
  const isSteered = !plan.picture && moreLike.length + lessLike.length > 0;
  const spaces = isSteered ? await searchSpaces(ctx) : [];
  const [more, less] = await Promise.all([
    vectorsOf(ctx, spaces, moreLike),
    vectorsOf(ctx, spaces, lessLike),
  ]);
  const groups = rank({ plan, candidates, rows, shares, more, less });
  const page = groups.slice(start, start + input.limit);
  const end = start + page.length;
  const early = beforeBetter(groups);
  return {
    results: await Promise.all(page.map((group) => toResult(ctx, plan, group, early.has(group)))),
    facets: facetsOf(facetRows, plan.filter, plan.currency, plan.rates),
    total: groups.length,
    nextCursor: end < groups.length ? pageCursor(input, end) : null,
    noMatch: noMatchOf(
      plan,
      groups.map(({ first }) => first),
    ),
    weights: shares,
    ratesAsOf: plan.rates.asOf,
    understood: understood(plan),
  };
}

/** Without what was left out: an undefined weight must not hide the stored one. */
const given = (weights: NonNullable<ParsedSearch["weights"]>) =>
  Object.fromEntries(Object.entries(weights).filter(([, value]) => value !== undefined));

function understood({ words }: SearchPlan): SearchAnswer["understood"] {
  return {
    colours: words?.colours ?? [],
    materials: words?.materials ?? [],
    kind: words?.kind ?? null,
  };
}

const LISTS = ["brands", "categories", "availability", "sizes", "colours", "materials"] as const;

/** The candidates that pass every filter, and the rows of those found without list filters, for the counts. */
async function load(ctx: Ctx, plan: SearchPlan) {
  const chosen = plan.input.filters ?? {};
  const isNarrowed = LISTS.some((list) => (chosen[list]?.length ?? 0) > 0);
  const open: VectorFilter = {
    ...(plan.filter.priceMinor && { priceMinor: plan.filter.priceMinor }),
    ...(!chosen.categories && { categories: plan.filter.categories ?? [] }),
  };
  const candidates = await findCandidates(ctx, plan, plan.filter, MOST_CANDIDATES);
  const wider = isNarrowed ? await findCandidates(ctx, plan, open, MOST_CANDIDATES) : candidates;
  const ids = new Set([...candidates, ...wider].map(({ productId }) => productId));
  const rows = await loadRows(ctx, plan, [...ids]);
  const rowsOf = (list: readonly Candidate[]) =>
    list.flatMap(({ productId }) => rows.get(productId) ?? []);
  const facetRows = [...new Set([...rowsOf(wider), ...rowsOf(candidates)])];
  return { candidates, rows, facetRows };
}

/** Rows of what may be shown: neither withdrawn, nor the product searched by, nor said not to be wanted. */
async function loadRows(
  ctx: Ctx,
  { input, picture }: SearchPlan,
  ids: string[],
): Promise<Map<string, CardRow>> {
  const unwanted = [...(input.lessLike ?? []), ...(picture?.productId ? [picture.productId] : [])];
  const notColours = input.notColours ?? [];
  const rows = await ctx.db.product.findMany({
    where: {
      id: { in: ids, notIn: unwanted },
      withdrawnAt: null,
      ...(notColours.length > 0 && { NOT: { colours: { hasSome: notColours } } }),
    },
    select: cardSelect,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function toResult(
  ctx: Ctx,
  plan: SearchPlan,
  { first, duplicates }: Group<Scored>,
  forVariety: boolean,
): Promise<SearchResult> {
  const { row, terms, score } = first;
  const { wish, wishSaid, currency, rates } = plan;
  const by = { picture: plan.picture !== null, words: plan.words !== null };
  const reasons = reasonsOf({ row, terms, by, wish, wishSaid });
  return {
    product: await toCard(ctx, row, currency, rates),
    score,
    terms,
    why: whyOf(reasons),
    reasons,
    forVariety,
    duplicates: duplicates.map(({ productId }) => productId),
  };
}
