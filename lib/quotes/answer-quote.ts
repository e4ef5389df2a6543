import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { addDays, endOfDay, futureDay } from "./dates.ts";
import { requireStanding } from "./find-quote.ts";
import { getQuote } from "./get-quote.ts";
import { offerLinesForm, priced, totalOf } from "./lines.ts";
import { requireRoom, requireTrade } from "./may-trade.ts";
import { moveQuote } from "./move-quote.ts";
import { money, quoteNotice } from "./notices.ts";
import type { QuoteView } from "./types.ts";

/** How long an offer stands where the atelier names no day. */
export const VALID_DAYS = 14;

/** An atelier's offer. */
export const answerForm = z.object({
  lines: offerLinesForm,
  readyOn: z.iso.date().optional().describe("When it is ready."),
  validUntil: z.iso
    .date()
    .optional()
    .describe(`Last day on which it can be accepted; ${VALID_DAYS} days from now if unset.`),
  workHours: z.number().positive().max(10_000).optional().describe("Bench hours to set aside."),
  note: z.string().trim().max(4000).optional(),
  offer: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe("Number of the offer you looked at; 409 when another took its place."),
});

export type AnswerQuoteInput = z.output<typeof answerForm> & { quoteId: string };

/**
 * Puts an atelier's offer on the table, in place of what lay there. Throws `not_found`, `invalid_input` (lines, days) and
 * `conflict` (no longer open, run out, or answered by somebody else meanwhile).
 */
export async function answerQuote(ctx: Ctx, input: AnswerQuoteInput): Promise<QuoteView> {
  const seen = await requireStanding(ctx, input.quoteId, "atelier");
  requireTrade(seen);
  requireRoom(seen);
  const at = ctx.now();
  const lines = priced(input.lines);
  const totalMinor = totalOf(lines);
  const readyOn = futureDay(input.readyOn, "readyOn", at);
  const lastDay = futureDay(input.validUntil, "validUntil", at);
  const validUntil = lastDay ? endOfDay(lastDay) : addDays(at, VALID_DAYS);
  const number = seen.offerNumber + 1;
  const { currency } = seen;
  const move = { action: "answer", by: "atelier", actorId: actorUserId(ctx.actor), at } as const;
  await ctx.db.$transaction(async (tx) => {
    const data = { offerNumber: number, expiresAt: validUntil };
    await moveQuote(tx, seen, { ...move, offerNumber: input.offer }, data);
    await tx.offer.create({
      data: {
        ...{ quoteId: seen.id, number, by: "atelier", currency, totalMinor, readyOn, validUntil },
        lines: toJson(lines),
        workHours: input.workHours ?? null,
        note: input.note || null,
        createdAt: at,
      },
    });
    const told = quoteNotice(seen, "customer", {
      title: `${seen.atelier.name} offers ${money(totalMinor, currency)}`,
      text: `For ${seen.request.proof.title}. The offer stands until ${validUntil.toISOString().slice(0, 10)}.`,
      key: `offer-${number}`,
    });
    await notify(tx, told);
  });
  await flushOutbox(ctx.db);
  return getQuote(ctx, seen.id);
}
