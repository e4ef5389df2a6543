import { z } from "zod";
import { getProfile } from "#lib/accounts/get-profile.ts";
import { matchAteliers } from "#lib/ateliers/match-ateliers.ts";
import { requestQuotes, requestQuotesForm } from "#lib/quotes/request-quotes.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isCurrency } from "#lib/shared/exchange.ts";
import { designOf } from "./current-design.ts";
import { defineTool, type ToolTurn } from "./tool.ts";

/** How many are asked where the person named nobody. */
const BEST = 3;
/** Matches looked through for ateliers that somebody answers for. */
const LOOKED_AT = 40;

/** What the tool answers. */
export interface AskedForQuote {
  designId: string;
  requestId: string;
  quotes: { id: string; atelier: string }[];
}

export const askForQuote = defineTool({
  name: "ask_for_quote",
  description:
    "Asks ateliers what the current design would cost to be made, with its newest revision locked as a proof. Only when " +
    "the person wants quotes. Without atelierIds the three that suit the design best are asked. Answers the quotes' ids.",
  input: z.object({
    designId: z.string().optional(),
    atelierIds: z.array(z.string()).max(10).optional(),
    quantity: z.number().int().min(1).max(10_000).optional(),
    note: z.string().max(4000).optional().describe("What the ateliers should know."),
  }),
  run: async (turn, { designId, atelierIds, ...wish }): Promise<AskedForQuote> => {
    const id = designOf(turn, designId);
    const chosen = atelierIds ?? (await bestAteliers(turn, id, wish.quantity));
    const { currency } = await getProfile(turn.ctx);
    const form = requestQuotesForm.parse({
      ...{ designId: id, atelierIds: chosen, ...wish },
      ...(isCurrency(currency) && { currency }),
    });
    const asked = await requestQuotes(turn.ctx, { ...form, effectId: turn.effectId });
    const quotes = asked.quotes.map(({ id: quoteId, atelier }) => ({ id: quoteId, atelier }));
    return { designId: id, requestId: asked.requestId, quotes };
  },
});

async function bestAteliers({ ctx }: ToolTurn, designId: string, quantity?: number) {
  const { matches } = await matchAteliers(ctx, { designId, quantity, limit: LOOKED_AT });
  const open = matches.filter(({ atelier }) => !atelier.isExample).slice(0, BEST);
  if (open.length > 0) return open.map(({ atelier }) => atelier.id);
  throw new AppError("rule_broken", "No atelier that takes requests can make this piece yet.");
}
