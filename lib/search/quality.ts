/**
 * nDCG@k: the gains 2^grade − 1 of the first k products, each divided by log2(place + 1), over the same sum of the best
 * possible order. 0 to 1; 1 where nothing could be found.
 */
export function ndcgAt(
  k: number,
  ranked: readonly string[],
  grades: ReadonlyMap<string, number>,
): number {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
  const sum = (list: readonly number[]) =>
    list.slice(0, k).reduce((total, grade, place) => total + gain(grade, place), 0);
  const best = sum([...grades.values()].sort((a, b) => b - a));
  return best === 0 ? 1 : sum(ranked.map((id) => grades.get(id) ?? 0)) / best;
}

/** A grade from which a product counts as an answer. */
const RELEVANT = 2;

/** recall@k: the share of the products graded 2 or 3 that are among the first k, of at most k of them. 0 to 1. */
export function recallAt(
  k: number,
  ranked: readonly string[],
  grades: ReadonlyMap<string, number>,
): number {
  const relevant = [...grades].filter(([, grade]) => grade >= RELEVANT).map(([id]) => id);
  if (relevant.length === 0) return 1;
  const found = new Set(ranked.slice(0, k));
  return relevant.filter((id) => found.has(id)).length / Math.min(k, relevant.length);
}
