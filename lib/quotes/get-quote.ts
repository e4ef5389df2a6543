import type { Ctx } from "#lib/context.ts";
import { requireQuote } from "./find-quote.ts";
import { toQuoteView } from "./quote-view.ts";
import type { QuoteView } from "./types.ts";

/** A quote with its proof, offers and messages, for either side of it. Throws `not_found`. */
export async function getQuote(ctx: Ctx, quoteId: string): Promise<QuoteView> {
  const { row, side } = await requireQuote(ctx, quoteId, "read");
  return toQuoteView(ctx, row, side);
}
