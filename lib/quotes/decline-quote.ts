import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { requireOwnStanding } from "./find-quote.ts";
import { getQuote } from "./get-quote.ts";
import { moveQuote } from "./move-quote.ts";
import { nameOf, otherSide, quoteNotice } from "./notices.ts";
import type { QuoteView } from "./types.ts";

export const declineForm = z.object({ reason: z.string().trim().max(1000).optional() });

export type DeclineQuoteInput = z.output<typeof declineForm> & { quoteId: string };

/** Ends the talk about a quote, from either side. Throws `not_found`, `conflict` (it has ended already). */
export async function declineQuote(ctx: Ctx, input: DeclineQuoteInput): Promise<QuoteView> {
  const { standing: seen, side } = await requireOwnStanding(ctx, input.quoteId);
  const endedReason = input.reason || null;
  const actorId = actorUserId(ctx.actor);
  await ctx.db.$transaction(async (tx) => {
    const move = { action: "decline", by: side, actorId, at: ctx.now() } as const;
    await moveQuote(tx, seen, move, { endedReason });
    const told = quoteNotice(seen, otherSide(side), {
      title: `${nameOf(seen, side)} declined`,
      text: `The talk about ${seen.request.proof.title} has ended.${endedReason ? ` "${endedReason}"` : ""}`,
      key: "declined",
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  return getQuote(ctx, seen.id);
}
