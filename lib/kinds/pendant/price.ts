import type { Measures } from "../../kernel/measures.ts";
import { engravingLines, settingLines, stoneLines } from "../../kernel/price/price-of.ts";
import type { RateCard } from "../../kernel/price/rate-card.ts";
import type { PriceLine } from "../../shared/money.ts";
import { planStone } from "./plan.ts";
import type { PendantSpec } from "./schema.ts";

/** Stones by weight and setting by how each is held, or the letters. */
export function pricePendant(spec: PendantSpec, measures: Measures, rates: RateCard): PriceLine[] {
  if (spec.design !== "stone") return engravingLines(spec.text, rates);
  const small = planStone(spec).halo?.stones.length ?? 0;
  const set = [
    { style: spec.head, count: 1 },
    { style: "pave" as const, count: small },
  ];
  return [...stoneLines(measures.stones, rates), ...settingLines(set, rates)];
}
