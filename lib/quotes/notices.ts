import { amount } from "#lib/kernel/price/amount.ts";
import type { NewNotice } from "#lib/notices/notify.ts";
import type { Side } from "./machine.ts";

/** Whom a notice about a quote may reach. */
export interface QuotePeople {
  id: string;
  atelier: { name: string; ownerId: string | null };
  request: { createdById: string; proof: { title: string } };
}

interface Said {
  title: string;
  text: string;
  /** Tells one happening of a quote from the next. */
  key: string;
}

/** A notice to one side of a quote; none where nobody answers for the atelier. */
export function quoteNotice(quote: QuotePeople, to: Side, { title, text, key }: Said): NewNotice[] {
  const userId = to === "customer" ? quote.request.createdById : quote.atelier.ownerId;
  if (!userId) return [];
  const link = `/quotes/${quote.id}`;
  return [{ userId, topic: "quotes", title, text, link, dedupeKey: `quote/${quote.id}/${key}` }];
}

export const otherSide = (side: Side): Side => (side === "customer" ? "atelier" : "customer");

/** Who speaks, as the other side reads it. */
export const nameOf = (quote: QuotePeople, side: Side): string =>
  side === "atelier" ? quote.atelier.name : "The customer";

/** `1,240.00 EUR`. */
export const money = (minor: number, currency: string): string => amount(minor, currency);
