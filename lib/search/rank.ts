import type { Ctx } from "#lib/context.ts";
import type { Candidate } from "./candidates.ts";
import { collapseDuplicates, cosineOf, type Group, makeVarious, type Ranked } from "./diversity.ts";
import type { SearchPlan } from "./plan.ts";
import type { CardRow } from "./product-card.ts";
import { AVAILABILITY_TERM, cheaperShares, priceAlignment, scoreOf, type Terms } from "./score.ts";
import type { Weights } from "./weights.ts";

/** A candidate with its row and its score. */
export interface Scored extends Ranked {
  row: CardRow;
  terms: Terms;
}

export interface RankInput {
  plan: SearchPlan;
  candidates: readonly Candidate[];
  rows: ReadonlyMap<string, CardRow>;
  shares: Weights;
  /** Vectors of what a search by words is to be moved towards and away from. */
  more: readonly Float32Array[];
  less: readonly Float32Array[];
}

/** How much of the likeness the picture says where there are words too. */
const PICTURE_SHARE = 0.7;
/** How much "more like this" and "less like this" move a search by words alone. */
const STEER = 0.3;

/** The products in the order they are shown, near-duplicates behind their best. */
export function rank(input: RankInput): Group<Scored>[] {
  const scored = scoreAll(input).sort(
    (a, b) => b.score - a.score || a.productId.localeCompare(b.productId),
  );
  if (!input.plan.input.various) return scored.map((first) => ({ first, duplicates: [] }));
  return makeVarious(collapseDuplicates(scored));
}

function scoreAll({ plan, candidates, rows, shares, more, less }: RankInput): Scored[] {
  const found = candidates.flatMap((candidate) => {
    const row = rows.get(candidate.productId);
    return row ? [{ candidate, row }] : [];
  });
  const cheaper = cheaperShares(found.map(({ row }) => row.priceEurMinor));
  return found.map(({ candidate, row }) => {
    const terms: Terms = {
      cosine: likenessOf(candidate, plan, more, less),
      price: priceAlignment(row.priceEurMinor, plan.wish, cheaper.get(row.priceEurMinor) ?? 0),
      brand: row.brand.score,
      availability: AVAILABILITY_TERM[row.availability] ?? 0,
    };
    const { productId, vector } = candidate;
    const ranked = { productId, vector, title: row.title, brandKey: row.brand.key };
    return { ...ranked, row, terms, score: scoreOf(terms, shares) };
  });
}

/** The cosine of the pictures, the share of the words, or 0.7 of the one and 0.3 of the other. */
export function likenessOf(
  { cosine, wordShare, vector }: Candidate,
  { picture }: Pick<SearchPlan, "picture">,
  more: readonly Float32Array[],
  less: readonly Float32Array[],
): number {
  if (picture) {
    const looks = cosine ?? 0;
    return wordShare === null ? looks : PICTURE_SHARE * looks + (1 - PICTURE_SHARE) * wordShare;
  }
  const words = wordShare ?? 0;
  if (!vector || more.length + less.length === 0) return words;
  const steer = meanCosine(vector, more) - meanCosine(vector, less);
  return Math.min(1, Math.max(0, words + STEER * steer));
}

function meanCosine(vector: Float32Array, others: readonly Float32Array[]): number {
  if (others.length === 0) return 0;
  return others.reduce((sum, other) => sum + cosineOf(vector, other), 0) / others.length;
}

/** Vectors of products in whatever spaces they are. */
export async function vectorsOf(
  ctx: Ctx,
  spaces: Parameters<Ctx["adapters"]["vectors"]["fetch"]>[0][],
  productIds: readonly string[],
): Promise<Float32Array[]> {
  if (productIds.length === 0) return [];
  const lists = await Promise.all(
    spaces.map((space) => ctx.adapters.vectors.fetch(space, productIds)),
  );
  return lists.flat().map(({ vector }) => vector);
}
