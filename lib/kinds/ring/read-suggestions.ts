import type { RingSpec } from "./schema.ts";

/** Things one could say next about such a ring, best first; each is a message the grammar reads. */
export function suggestForRing(spec: RingSpec): string[] {
  const suggestions: string[] = [];
  if (spec.style === "plain" && spec.shoulders === "plain") {
    suggestions.push("add a 5 mm round sapphire", "satin finish");
  }
  if (spec.style !== "plain" && spec.shoulders === "plain") suggestions.push("pavé shoulders");
  if (spec.style === "solitaire") suggestions.push("with a halo");
  if (spec.style !== "plain") {
    suggestions.push(spec.head === "prong" ? "a bezel instead of prongs" : "six prongs");
  }
  if (spec.shoulders === "pave") suggestions.push("a bit thinner band");
  suggestions.push(spec.alloy === "platinum-950" ? "in rose gold" : "in platinum");
  return suggestions;
}
