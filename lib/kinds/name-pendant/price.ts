import type { Measures } from "../../kernel/measures.ts";
import { engravingLines } from "../../kernel/price/price-of.ts";
import type { RateCard } from "../../kernel/price/rate-card.ts";
import type { PriceLine } from "../../shared/money.ts";
import type { NamePendantSpec } from "./schema.ts";

/** Work on the letters, as on engraved ones. */
export const priceNamePendant = (
  { text }: NamePendantSpec,
  _measures: Measures,
  rates: RateCard,
): PriceLine[] => engravingLines(text, rates);
