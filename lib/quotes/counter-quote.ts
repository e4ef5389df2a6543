import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { addDays, futureDay } from "./dates.ts";
import { requireStanding } from "./find-quote.ts";
import { getQuote } from "./get-quote.ts";
import { priced, totalOf } from "./lines.ts";
import { requireRoom } from "./may-trade.ts";
import { moveQuote } from "./move-quote.ts";
import { money, quoteNotice } from "./notices.ts";
import type { QuoteView } from "./types.ts";

/** How long a counter-offer stands. */
const VALID_DAYS = 14;

/** A customer's counter-offer: one sum for all. */
export const counterForm = z.object({
  totalMinor: z.number().int().min(1).max(LARGEST_INT),
  readyOn: z.iso.date().optional().describe("When it should be ready."),
  note: z.string().trim().max(4000).optional(),
  offer: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe("Number of the offer you looked at; 409 when another took its place."),
});

export type CounterQuoteInput = z.output<typeof counterForm> & { quoteId: string };

/**
 * Puts a customer's sum on the table in place of the atelier's offer. Throws `not_found`, `invalid_input` and `conflict`
 * (no offer to counter, run out, another offer meanwhile).
 */
export async function counterQuote(ctx: Ctx, input: CounterQuoteInput): Promise<QuoteView> {
  const seen = await requireStanding(ctx, input.quoteId, "customer");
  requireRoom(seen);
  const at = ctx.now();
  const label = "Proposed for everything";
  const lines = priced([{ label, quantity: 1, unit: "piece", unitMinor: input.totalMinor }]);
  const totalMinor = totalOf(lines);
  const readyOn = futureDay(input.readyOn, "readyOn", at);
  const validUntil = addDays(at, VALID_DAYS);
  const number = seen.offerNumber + 1;
  const { currency } = seen;
  const move = { action: "counter", by: "customer", actorId: actorUserId(ctx.actor), at } as const;
  await ctx.db.$transaction(async (tx) => {
    const data = { offerNumber: number, expiresAt: validUntil };
    await moveQuote(tx, seen, { ...move, offerNumber: input.offer }, data);
    await tx.offer.create({
      data: {
        ...{ quoteId: seen.id, number, by: "customer", currency, totalMinor, readyOn, validUntil },
        lines: toJson(lines),
        note: input.note || null,
        createdAt: at,
      },
    });
    const told = quoteNotice(seen, "atelier", {
      title: `A counter-offer of ${money(totalMinor, currency)}`,
      text: `For ${seen.request.proof.title}. Accept it, or answer with another offer.`,
      key: `offer-${number}`,
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  return getQuote(ctx, seen.id);
}
