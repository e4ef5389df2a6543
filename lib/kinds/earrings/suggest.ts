import type { EarringsSpec } from "./schema.ts";

/** Things one could say next about such earrings, best first; each is a message the grammar reads. */
export function suggestForEarrings(spec: EarringsSpec): string[] {
  const metal = spec.alloy === "gold-18k-yellow" ? "in white gold" : "in yellow gold";
  if (spec.style === "hoop") {
    return [
      spec.section === "wire" ? "a flat band" : "round wire",
      "30 mm inside",
      "a bit thicker",
      metal,
    ];
  }
  return [
    spec.head === "prong" ? "a bezel instead of prongs" : "four prongs",
    spec.style === "stud" ? "drops" : "studs",
    "with rubies",
    metal,
  ];
}
