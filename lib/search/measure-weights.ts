import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { searchInput } from "./input.ts";
import { ndcgAt, recallAt } from "./quality.ts";
import { searchProducts } from "./search-products.ts";
import type { Weights } from "./weights.ts";

export interface Measured {
  /** Means over the judged searches, 0 to 1, of the list in order of the score. */
  ndcgAt10: number;
  recallAt10: number;
  queries: number;
  /** Searches that could not be run any more: their picture or product is gone. */
  failed: string[];
}

const PLACES = 10;

/** How good the judged searches' answers are with these weights. Admins only. */
export async function measureWeights(ctx: Ctx, weights: Weights): Promise<Measured> {
  await requireAdmin(ctx);
  const queries = await ctx.db.judgmentQuery.findMany({
    orderBy: { name: "asc" },
    include: { judgments: { select: { productId: true, grade: true } } },
  });
  const sums = { ndcg: 0, recall: 0, queries: 0 };
  const failed: string[] = [];
  for (const { name, query, judgments } of queries) {
    const ranked = await rankedIds(ctx, query, weights);
    if (!ranked) {
      failed.push(name);
      continue;
    }
    const grades = new Map(judgments.map(({ productId, grade }) => [productId, grade]));
    sums.ndcg += ndcgAt(PLACES, ranked, grades);
    sums.recall += recallAt(PLACES, ranked, grades);
    sums.queries += 1;
  }
  const mean = (sum: number) => (sums.queries === 0 ? 0 : sum / sums.queries);
  return {
    ndcgAt10: mean(sums.ndcg),
    recallAt10: mean(sums.recall),
    queries: sums.queries,
    failed,
  };
}

async function rankedIds(ctx: Ctx, query: unknown, weights: Weights): Promise<string[] | null> {
  const parsed = searchInput.safeParse({
    ...(query as object),
    weights,
    limit: PLACES,
    various: false,
  });
  if (!parsed.success) return null;
  try {
    const { results } = await searchProducts(ctx, parsed.data);
    return results.map(({ product }) => product.id);
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
