import type { Measures } from "../../kernel/measures.ts";
import { settingLines, stoneLines } from "../../kernel/price/price-of.ts";
import type { RateCard } from "../../kernel/price/rate-card.ts";
import type { PriceLine } from "../../shared/money.ts";
import { planRing } from "./plan.ts";
import type { RingSpec } from "./schema.ts";

/** Stones by weight, and setting by how each is held; a halo's and a band's small stones are bead-set. */
export function priceRing(spec: RingSpec, measures: Measures, rates: RateCard): PriceLine[] {
  const { centre, halo, sides, pave } = planRing(spec);
  const large = (centre ? 1 : 0) + sides.length;
  const small = (halo?.stones.length ?? 0) + (pave?.stones.length ?? 0);
  return [
    ...stoneLines(measures.stones, rates),
    ...settingLines(
      [
        { style: spec.head, count: large },
        { style: "pave", count: small },
      ],
      rates,
    ),
  ];
}
