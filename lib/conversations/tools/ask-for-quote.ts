import { z } from "zod";
import { getProfile } from "#lib/accounts/get-profile.ts";
import { matchAteliers } from "#lib/ateliers/match-ateliers.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import { requestQuotes, requestQuotesForm, requireAteliers } from "#lib/quotes/request-quotes.ts";
import { AppError } from "#lib/shared/errors.ts";
import { isCurrency } from "#lib/shared/exchange.ts";
import { designOf } from "./current-design.ts";
import { defineTool, type ToolTurn } from "./tool.ts";

/** How many are asked where the person named nobody. */
const BEST = 3;
/** Matches looked through for ateliers that somebody answers for. */
const LOOKED_AT = 40;

/** What a program's call answers: who was asked. */
export interface AskedForQuote {
  designId: string;
  requestId: string;
  quotes: { id: string; atelier: string }[];
}

/** What a conversation's call answers: the request, which the person looks over and sends. */
export interface ProposedRequest {
  designId: string;
  ateliers: { id: string; name: string }[];
  /** Page on which it is sent. */
  requestUrl: string;
  note: string;
}

const NOT_SENT =
  "Nothing was sent: no atelier hears of it before the person looks it over and sends it with the button on the page.";

export const askForQuote = defineTool({
  name: "ask_for_quote",
  description:
    "Prepares the question to ateliers what the current design would cost to be made; in a conversation the person sends it, " +
    "a program's call sends it at once, with the newest revision locked as a proof. Only when the person wants quotes. " +
    "Without atelierIds it goes to the three that suit the design best.",
  input: z.object({
    designId: z.string().optional(),
    atelierIds: z.array(z.string()).max(10).optional(),
    quantity: z.number().int().min(1).max(10_000).optional(),
    note: z.string().max(4000).optional().describe("What the ateliers should know."),
  }),
  run: async (
    turn,
    { designId, atelierIds, ...wish },
  ): Promise<AskedForQuote | ProposedRequest> => {
    const id = designOf(turn, designId);
    const chosen = atelierIds ?? (await bestAteliers(turn, id, wish.quantity));
    const { currency } = await getProfile(turn.ctx);
    const form = requestQuotesForm.parse({
      ...{ designId: id, atelierIds: chosen, ...wish },
      ...(isCurrency(currency) && { currency }),
    });
    if (turn.conversationId !== null) return proposed(turn, form);
    const asked = await requestQuotes(turn.ctx, { ...form, effectId: turn.effectId });
    const quotes = asked.quotes.map(({ id: quoteId, atelier }) => ({ id: quoteId, atelier }));
    return { designId: id, requestId: asked.requestId, quotes };
  },
});

async function proposed(
  { ctx }: ToolTurn,
  { designId, atelierIds, quantity, note }: z.output<typeof requestQuotesForm>,
): Promise<ProposedRequest> {
  await requireDesign(ctx, designId, "write");
  const ateliers = await requireAteliers(ctx, [...new Set(atelierIds)]);
  const query = new URLSearchParams([
    ["design", designId],
    ...ateliers.map(({ id }) => ["atelier", id]),
    ...(quantity > 1 ? [["quantity", String(quantity)]] : []),
    ...(note ? [["note", note]] : []),
  ]);
  return {
    designId,
    ateliers: ateliers.map(({ id, name }) => ({ id, name })),
    requestUrl: `/quotes/new?${query}`,
    note: NOT_SENT,
  };
}

async function bestAteliers({ ctx }: ToolTurn, designId: string, quantity?: number) {
  const { matches } = await matchAteliers(ctx, { designId, quantity, limit: LOOKED_AT });
  const open = matches.filter(({ atelier }) => !atelier.isExample).slice(0, BEST);
  if (open.length > 0) return open.map(({ atelier }) => atelier.id);
  throw new AppError("rule_broken", "No atelier that takes requests can make this piece yet.");
}
