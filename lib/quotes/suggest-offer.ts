import type { Offer } from "#generated/prisma/client.ts";
import { type Estimate, estimateOf, missingRates } from "#lib/ateliers/estimate.ts";
import { billOf } from "#lib/ateliers/features/bill.ts";
import { handworkAsked } from "#lib/ateliers/features/crafts-needed.ts";
import { withMeasuredDensities } from "#lib/ateliers/match/candidate-row.ts";
import { type AtelierRates, atelierRates } from "#lib/ateliers/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { pieceOf } from "#lib/proofs/row.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import { VALID_DAYS } from "./answer-quote.ts";
import { addDays } from "./dates.ts";
import { requireStanding } from "./find-quote.ts";
import type { OfferLine } from "./lines.ts";
import { linesOf, type QuoteStanding } from "./row.ts";

/** A line of an offer as a form holds it. */
export interface SuggestedLine {
  label: string;
  quantity: string;
  unit: OfferLine["unit"];
  /** In the currency's unit: `38.50`. */
  rate: string;
}

/** What the form of an offer begins with; days are ISO days, empty where there is nothing to suggest. */
export interface SuggestedOffer {
  from: "last offer" | "rates" | "nothing";
  lines: SuggestedLine[];
  readyOn: string;
  validUntil: string;
  workHours: string;
  note: string;
}

/**
 * The atelier's last offer in this talk; before the first, what its own rates come to for the locked piece, ready after
 * its lead time. No lines where the piece has no measures or the rates do not cover it. Throws `not_found`.
 */
export async function suggestOffer(ctx: Ctx, quoteId: string): Promise<SuggestedOffer> {
  const quote = await requireStanding(ctx, quoteId, "atelier");
  const last = await ctx.db.offer.findFirst({
    where: { quoteId: quote.id, by: "atelier" },
    orderBy: { number: "desc" },
  });
  return last ? again(last, ctx.now()) : firstOffer(ctx, quote);
}

/** Days that are over by now are not said again. */
function again(offer: Offer, now: Date): SuggestedOffer {
  const ahead = (day: Date | null) => (day && day > now ? isoDay(day) : "");
  return {
    from: "last offer",
    lines: linesOf(offer).map(({ label, quantity, unit, unitMinor }) => ({
      ...{ label, unit, quantity: String(quantity) },
      rate: wholeAmount(unitMinor, offer.currency),
    })),
    readyOn: ahead(offer.readyOn),
    validUntil: ahead(offer.validUntil),
    workHours: offer.workHours === null ? "" : String(offer.workHours),
    note: offer.note ?? "",
  };
}

async function firstOffer(ctx: Ctx, quote: QuoteStanding): Promise<SuggestedOffer> {
  const own = await ctx.db.atelier.findUniqueOrThrow({
    where: { id: quote.atelierId },
    select: {
      leadTimeDays: true,
      minimumOrderMinor: true,
      densities: true,
      rateCards: { orderBy: { version: "desc" }, take: 1, select: { rates: true } },
    },
  });
  const lines = linesByRates(quote, own);
  return {
    ...{ from: lines.length > 0 ? "rates" : "nothing", lines, workHours: "", note: "" },
    readyOn: isoDay(addDays(ctx.now(), own.leadTimeDays)),
    validUntil: isoDay(addDays(ctx.now(), VALID_DAYS)),
  };
}

interface OwnRates {
  minimumOrderMinor: number;
  densities: Parameters<typeof withMeasuredDensities>[1];
  rateCards: { rates: unknown }[];
}

function linesByRates(quote: QuoteStanding, own: OwnRates): SuggestedLine[] {
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
  return kept.map(({ label, amountMinor }) => ({
    ...{ label, quantity: "1", unit: "piece" },
    rate: wholeAmount(amountMinor, currency),
  }));
}

/** As one types it: `38.50`. */
function wholeAmount(minor: number, currency: string): string {
  const perUnit = minorPerWhole(currency);
  return (minor / perUnit).toFixed(perUnit === 1 ? 0 : 2);
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
