import type { Measures } from "../../kernel/measures.ts";
import { backsLines, settingLines, stoneLines } from "../../kernel/price/price-of.ts";
import type { RateCard } from "../../kernel/price/rate-card.ts";
import type { PriceLine } from "../../shared/money.ts";
import type { EarringsSpec } from "./schema.ts";

/** Stones of both by weight, setting by how each is held, and the bought backs of posts. */
export function priceEarrings(
  spec: EarringsSpec,
  measures: Measures,
  rates: RateCard,
): PriceLine[] {
  if (spec.style === "hoop") return [];
  const count = spec.style === "drop" ? 4 : 2;
  return [
    ...stoneLines(measures.stones, rates),
    ...settingLines([{ style: spec.head, count }], rates),
    ...backsLines(rates),
  ];
}
