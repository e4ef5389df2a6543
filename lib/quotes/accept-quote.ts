import { v7 as newUuid } from "uuid";
import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { designSelect, revisionSelect, toJson } from "#lib/designs/row.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { changedSince, differenceOf } from "#lib/proofs/difference.ts";
import { pieceOf } from "#lib/proofs/row.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireOwnStanding } from "./find-quote.ts";
import { getQuote } from "./get-quote.ts";
import { OPEN_QUOTE_STATES, type Side } from "./machine.ts";
import { requireTrade } from "./may-trade.ts";
import { moveQuote } from "./move-quote.ts";
import { money, nameOf, otherSide, quoteNotice } from "./notices.ts";
import { linesOf, type QuoteStanding, standingSelect } from "./row.ts";
import type { QuoteView } from "./types.ts";

export const acceptForm = z.object({
  offer: z
    .number()
    .int()
    .min(1)
    .optional()
    .describe("Number of the offer you looked at; 409 when another took its place."),
  revision: z
    .number()
    .int()
    .positive()
    .optional()
    .describe("Names the locked revision, to have it made although the design has changed since."),
});

export type AcceptQuoteInput = z.output<typeof acceptForm> & { quoteId: string };

/**
 * Takes the other side's offer: the quote becomes an order, and the other quotes of the same request end. Throws
 * `not_found` and `conflict`: no offer of the other side on the table, run out, another offer meanwhile, the request has
 * its order already, or the design changed since (with the difference; naming the locked `revision` goes on).
 */
export async function acceptQuote(ctx: Ctx, input: AcceptQuoteInput): Promise<QuoteView> {
  const { standing: seen, side } = await requireOwnStanding(ctx, input.quoteId);
  requireTrade(seen);
  if (side === "customer") await requireSamePiece(ctx, seen, input.revision);
  const actorId = actorUserId(ctx.actor);
  const at = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    await lockSiblings(tx, seen.id);
    const move = { action: "accept", by: side, actorId, at, offerNumber: input.offer } as const;
    await moveQuote(tx, seen, move);
    await chooseQuote(tx, seen);
    const order = await writeOrder(tx, seen, at);
    await declineOthers(tx, seen, at);
    const told = quoteNotice(seen, otherSide(side), {
      title: `${nameOf(seen, side)} accepted ${money(order.totalMinor, order.currency)}`,
      text: `${seen.request.proof.title} is now an order.${nextStep(side)}`,
      key: "accepted",
    });
    await notify(
      tx,
      told.map((notice) => ({ ...notice, link: `/orders/${order.id}` })),
    );
  });
  await flushOutbox(ctx.db);
  return getQuote(ctx, seen.id);
}

const nextStep = (acceptedBy: Side) =>
  acceptedBy === "customer" ? " Confirm it to begin." : " The atelier confirms it next.";

/** Throws `conflict` with the difference when the design moved on since the proof, unless the locked revision is named. */
async function requireSamePiece(
  ctx: Ctx,
  { request }: QuoteStanding,
  named: number | undefined,
): Promise<void> {
  const { designId, revisionNumber } = request.proof;
  if (named === revisionNumber) return;
  const design = await ctx.db.design.findUnique({ where: { id: designId }, select: designSelect });
  const head = design?.revisions[0];
  if (!design || !head || head.number === revisionNumber) return;
  const quoted = await ctx.db.revision.findUniqueOrThrow({
    where: { designId_number: { designId, number: revisionNumber } },
    select: revisionSelect,
  });
  const difference = differenceOf(design.kind, quoted, head);
  const next = `This quote is for version ${revisionNumber}: accept that one, or ask anew.`;
  throw changedSince(difference, next);
}

/** Holds all quotes of the request, in one order for everybody: none of them moves until this is decided. */
async function lockSiblings(tx: Tx, quoteId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Quote" WHERE "requestId" = (SELECT "requestId" FROM "Quote" WHERE "id" = ${quoteId})
    ORDER BY "id" FOR UPDATE`;
}

/** One request becomes one order, whoever accepts what at the same time. */
async function chooseQuote(tx: Tx, quote: QuoteStanding): Promise<void> {
  const chosen = await tx.quoteRequest.updateMany({
    where: { quotes: { some: { id: quote.id } }, chosenQuoteId: null },
    data: { chosenQuoteId: quote.id },
  });
  if (chosen.count === 1) return;
  throw conflict("This request has its order already, with another atelier.", {
    details: { reason: "request_has_order" },
  });
}

async function writeOrder(tx: Tx, quote: QuoteStanding, at: Date) {
  const offer = await tx.offer.findUniqueOrThrow({
    where: { quoteId_number: { quoteId: quote.id, number: quote.offerNumber } },
    select: { currency: true, totalMinor: true, lines: true, readyOn: true },
  });
  const { proof, quantity } = quote.request;
  const massG = pieceOf(proof).measures?.massG;
  return tx.order.create({
    data: {
      id: newUuid(),
      quoteId: quote.id,
      proofId: proof.id,
      workspaceId: quote.workspaceId,
      atelierId: quote.atelierId,
      quantity,
      ...offer,
      lines: toJson(linesOf(offer)),
      estimatedMassG: massG === undefined ? null : massG * quantity,
      createdAt: at,
    },
    select: { id: true, totalMinor: true, currency: true },
  });
}

/** Ends the request's other quotes; one whose time is over is left to the clock. */
async function declineOthers(tx: Tx, chosen: QuoteStanding, at: Date): Promise<void> {
  const others = await tx.quote.findMany({
    where: {
      request: { chosenQuoteId: chosen.id },
      id: { not: chosen.id },
      status: { in: [...OPEN_QUOTE_STATES] },
      expiresAt: { gt: at },
    },
    select: standingSelect,
  });
  const { createdById: actorId, proof } = chosen.request;
  for (const other of others) {
    const endedReason = "Another atelier was chosen.";
    const move = { action: "decline", by: "customer", actorId, at } as const;
    await moveQuote(tx, other, move, { endedReason });
    const text = `For ${proof.title}. Thank you for your answer.`;
    await notify(tx, quoteNotice(other, "atelier", { title: endedReason, text, key: "declined" }));
  }
}
