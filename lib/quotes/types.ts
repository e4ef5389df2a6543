import type { ProofView } from "#lib/proofs/proof-view.ts";
import type { OfferLine } from "./lines.ts";
import type { QuoteAction, QuoteState, Side } from "./machine.ts";

export interface OfferView {
  number: number;
  by: Side;
  currency: string;
  totalMinor: number;
  lines: OfferLine[];
  /** ISO day. */
  readyOn: string | null;
  validUntil: Date;
  workHours: number | null;
  note: string | null;
  createdAt: Date;
}

export interface MessageFileView {
  id: string;
  filename: string;
  mediaType: string;
  url: string;
  bytes: number;
}

export interface QuoteMessageView {
  id: string;
  by: Side;
  text: string;
  files: MessageFileView[];
  createdAt: Date;
}

export interface QuoteAtelier {
  id: string;
  name: string;
  place: string;
  country: string;
}

/** A quote as it stands in a list. */
export interface QuoteSummary {
  id: string;
  requestId: string;
  status: QuoteState;
  /** The side the reader stands on. */
  side: Side;
  atelier: QuoteAtelier;
  title: string;
  kind: string;
  pictureUrl: string | null;
  quantity: number;
  /** Of the offers: the atelier's own. */
  currency: string;
  /** Of the offer on the table. */
  totalMinor: number | null;
  budgetMinor: number | null;
  budgetCurrency: string;
  /** ISO day. */
  neededBy: string | null;
  expiresAt: Date;
  activeAt: Date;
  orderId: string | null;
}

/** A quote with all that was said. */
export interface QuoteView extends QuoteSummary {
  /** What the reader may do now. */
  actions: QuoteAction[];
  country: string | null;
  proof: ProofView;
  offers: OfferView[];
  /** Number of the offer on the table; 0 before the first. */
  offer: number;
  messages: QuoteMessageView[];
  endedReason: string | null;
  createdAt: Date;
}
