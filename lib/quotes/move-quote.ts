import type { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "#lib/db.ts";
import { type AppError, conflict, internal } from "#lib/shared/errors.ts";
import { findTransition } from "#lib/shared/state-machine.ts";
import { type Party, QUOTE_MACHINE, type QuoteAction, type QuoteState } from "./machine.ts";

/** What is known of a quote when a change of it is decided. */
export interface QuoteSeen {
  id: string;
  status: QuoteState;
  version: number;
  offerNumber: number;
  expiresAt: Date;
}

export interface QuoteMove {
  action: QuoteAction;
  by: Party;
  /** Null for the clock. */
  actorId: string | null;
  at: Date;
  /** Number of the offer the person looked at; by default the one that was seen. */
  offerNumber?: number | undefined;
}

/**
 * Moves a quote along the machine, if it still stands as it was seen. Throws `conflict` when the action is not one of
 * its state, when its time is over, when the offer is no longer the one looked at, and when somebody was first.
 */
export async function moveQuote(
  tx: Tx,
  seen: QuoteSeen,
  move: QuoteMove,
  data: Prisma.QuoteUncheckedUpdateManyInput = {},
): Promise<void> {
  const way = findTransition(QUOTE_MACHINE, move.action, move.by);
  if (!way) throw internal(new Error(`${move.by} may not ${move.action} a quote`));
  const refused = refusalOf(seen, move);
  if (refused) throw refused;
  const moved = await tx.quote.updateMany({
    where: {
      id: seen.id,
      version: seen.version,
      status: { in: [...way.from] },
      expiresAt: move.by === "clock" ? { lte: move.at } : { gt: move.at },
    },
    data: { ...data, status: way.to, version: { increment: 1 }, activeAt: move.at },
  });
  if (moved.count === 0) throw await lostRace(tx, seen.id, move);
  const { action, by, actorId, at } = move;
  await tx.quoteChange.create({
    data: {
      quoteId: seen.id,
      version: seen.version + 1,
      ...{ action, by, actorId, at },
      from: seen.status,
      to: way.to,
    },
  });
}

/** Why a quote as it was seen does not take the action; null when it does. */
function refusalOf(seen: QuoteSeen, move: QuoteMove): AppError | null {
  const way = findTransition(QUOTE_MACHINE, move.action, move.by);
  if (!way?.from.includes(seen.status)) return wrongState(seen.status, move);
  if (move.by !== "clock" && seen.expiresAt <= move.at) return tooLate(seen.expiresAt);
  if (move.offerNumber !== undefined && move.offerNumber !== seen.offerNumber) {
    return otherOffer(move.offerNumber, seen.offerNumber);
  }
  return null;
}

async function lostRace(tx: Tx, id: string, move: QuoteMove): Promise<AppError> {
  const now = await tx.quote.findUniqueOrThrow({
    where: { id },
    select: { id: true, status: true, version: true, offerNumber: true, expiresAt: true },
  });
  return (
    refusalOf(now, move) ??
    conflict("This quote changed while you decided. Look at it again.", {
      details: { reason: "changed_meanwhile", status: now.status, offer: now.offerNumber },
    })
  );
}

const STANDS: Record<QuoteState, string> = {
  asked: "The atelier has not answered yet",
  answered: "The atelier's offer is on the table",
  countered: "The counter-offer is on the table",
  accepted: "This quote was accepted already",
  declined: "This quote was declined",
  expired: "This quote has run out",
};

const wrongState = (status: QuoteState, { action }: QuoteMove) =>
  conflict(
    `${STANDS[status]}: ${action === "accept" ? "there is nothing to accept" : `it cannot be ${PAST[action]} now`}.`,
    { details: { reason: "wrong_status", status, action } },
  );

const PAST: Record<QuoteAction, string> = {
  answer: "answered",
  counter: "countered",
  accept: "accepted",
  decline: "declined",
  expire: "ended",
};

const tooLate = (expiresAt: Date) =>
  conflict(
    `This quote ran out on ${expiresAt.toISOString().slice(0, 10)}. Ask the atelier for a new one.`,
    { details: { reason: "expired", expired_at: expiresAt.toISOString() } },
  );

const otherOffer = (seen: number, current: number) =>
  conflict(`Offer ${current} has taken the place of offer ${seen}. Look at it again.`, {
    details: { reason: "other_offer", seen_offer: seen, current_offer: current },
  });
