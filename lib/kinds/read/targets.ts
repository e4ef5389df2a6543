import type { Money } from "../../shared/money.ts";
import type { Slot } from "./lexicon.ts";
import type { Term } from "./statements.ts";

/** Currencies without a smaller unit. */
const WHOLE_CURRENCIES = new Set(["JPY", "VND"]);

/** The most the person wants to spend, or null. */
export function budgetOf(slots: readonly Slot<Term>[]): Money | null {
  for (const { meaning } of slots) {
    if (meaning.type !== "quantity" || meaning.quantity.type !== "money") continue;
    const { amount, currency } = meaning.quantity;
    const scale = WHOLE_CURRENCIES.has(currency) ? 1 : 100;
    return { currency, amountMinor: Math.round(amount * scale) };
  }
  return null;
}

/** What the piece shall weigh, or null: a limit after "under", "at most". */
export function massOf(slots: readonly Slot<Term>[]): { g: number; isLimit: boolean } | null {
  for (const [at, { meaning }] of slots.entries()) {
    if (meaning.type !== "quantity" || meaning.quantity.type !== "mass") continue;
    const before = slots[at - 1]?.meaning;
    return { g: meaning.quantity.g, isLimit: before?.type === "mark" && before.mark === "at-most" };
  }
  return null;
}
