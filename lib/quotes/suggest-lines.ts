import { type Estimate, estimateOf, missingRates } from "#lib/ateliers/estimate.ts";
import { billOf } from "#lib/ateliers/features/bill.ts";
import { handworkAsked } from "#lib/ateliers/features/crafts-needed.ts";
import { withMeasuredDensities } from "#lib/ateliers/match/candidate-row.ts";
import { type AtelierRates, atelierRates } from "#lib/ateliers/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { pieceOf } from "#lib/proofs/row.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import { requireStanding } from "./find-quote.ts";
import type { QuoteStanding } from "./row.ts";

/** A line of an offer as a form holds it. */
export interface SuggestedLine {
  label: string;
  quantity: string;
  unit: "piece";
  /** In the currency's unit: `38.50`. */
  rate: string;
}

/**
 * What the atelier's own rates come to for the locked piece, line by line; empty where the piece has no measures or the
 * rates do not cover it. Throws `not_found`.
 */
export async function suggestLines(ctx: Ctx, quoteId: string): Promise<SuggestedLine[]> {
  const quote = await requireStanding(ctx, quoteId, "atelier");
  const own = await ctx.db.atelier.findUniqueOrThrow({
    where: { id: quote.atelierId },
    select: {
      minimumOrderMinor: true,
      densities: true,
      rateCards: { orderBy: { version: "desc" }, take: 1, select: { rates: true } },
    },
  });
  const [card] = own.rateCards;
  if (!card) return [];
  const rates = withMeasuredDensities(atelierRates.parse(card.rates), own.densities);
  if (rates.currency !== quote.currency) return [];
  const { minimumOrderMinor } = own;
  const estimate = estimateFor(quote, rates, minimumOrderMinor);
  return estimate ? toLines(estimate) : [];
}

function estimateFor(
  { request: { proof, quantity } }: QuoteStanding,
  rates: AtelierRates,
  minimumOrderMinor: number,
): Estimate | null {
  const { spec, measures, words } = pieceOf(proof);
  if (!spec || !measures) return null;
  const kind = getKind(proof.kind);
  const plain = billOf(kind, spec, measures);
  const asked = [words, proof.note].filter(Boolean).join(" ");
  const bill = { ...plain, handwork: handworkAsked(asked, plain.letters > 0) };
  if (missingRates(bill, rates).length > 0) return null;
  return estimateOf(bill, rates, { quantity, minimumOrderMinor });
}

/** An offer has no negative lines: what rounding takes off goes into the line before it. */
function toLines({ lines, currency }: Estimate): SuggestedLine[] {
  const kept: { label: string; amountMinor: number }[] = [];
  for (const { label, amountMinor } of lines) {
    const last = kept.at(-1);
    if (amountMinor < 0 && last) last.amountMinor += amountMinor;
    else if (amountMinor > 0) kept.push({ label, amountMinor });
  }
  const perUnit = minorPerWhole(currency);
  return kept.map(({ label, amountMinor }) => ({
    ...{ label, quantity: "1", unit: "piece" },
    rate: (amountMinor / perUnit).toFixed(perUnit === 1 ? 0 : 2),
  }));
}
