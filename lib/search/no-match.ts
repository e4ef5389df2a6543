import type { SearchPlan } from "./plan.ts";
import type { Scored } from "./rank.ts";
import type { SearchAnswer } from "./types.ts";

/**
 * A likeness below which nothing is called similar: of pictures, and of words. In the demo catalogue the nearest
 * product of a kind is above 0.81 for 99 of 100, two of one kind are at 0.62 in the median, of two kinds at 0.13; the
 * nearest of another kind is at 0.48 in the median.
 */
const LEAST_COSINE = 0.7;
const LEAST_WORDS = 0.5;

/** Why nothing fits and where makers are, or null where the best likeness is near enough. */
export function noMatchOf(plan: SearchPlan, found: readonly Scored[]): SearchAnswer["noMatch"] {
  const best = Math.max(...found.map(({ terms }) => terms.cosine));
  const least = plan.picture ? LEAST_COSINE : LEAST_WORDS;
  if (best >= least) return null;
  const { designId } = plan.input;
  const makersUrl = designId ? `/designs/${designId}/make` : "/ateliers";
  const by = found.length === 0 ? "filters" : plan.picture ? "picture" : "words";
  const percent = Math.round(Math.max(0, best) * 100);
  const leastPercent = Math.round(least * 100);
  return { reason: reasonIn(by, percent, leastPercent), by, percent, leastPercent, makersUrl };
}

function reasonIn(by: "filters" | "picture" | "words", percent: number, least: number): string {
  if (by === "filters") return "No product passes these filters.";
  if (by === "picture") {
    return `The nearest product looks ${percent} % alike; below ${least} % nothing counts as similar.`;
  }
  return `The nearest product meets ${percent} % of the words; below ${least} % nothing counts as found.`;
}
